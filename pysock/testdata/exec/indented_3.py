for m in ('exec', 'eval', 'single'):
    for s in ("   'xyz'", " 1", "\t1", "\n 1", " # c\n1", "  \n1", " 1\n", " if 1: pass"):
        try: print(m, repr(s), compile(s, 'q', m) is not None)
        except SyntaxError as e: print(m, repr(s), type(e).__name__, e.msg, e.lineno)
for s in ("   'xyz'", " 1", "\t1", "\n 1", " 1\n", "\t \n2", " \n 2"):
    try: print(eval(s))
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno)
