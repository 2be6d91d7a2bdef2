# What follows a backslash at the end of a line.
for src in ["\\n", "\\", "a \\ b", "\\n\n", "x = 1 \\\n", "x \\", "\\\\", "a\\b\nc"]:
    for mode in 'exec', 'eval', 'single':
        try: compile(src, 'F', mode)
        except SyntaxError as e: print(repr(src), mode, e.args)
        else: print(repr(src), mode)
