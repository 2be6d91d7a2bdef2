# Errors in the fields of f-strings.
for s in ('f"{a+}"', 'f"{}"', 'f"{a b}"', 'f"{a.}"', "f'{a[}'", 'f"{a!x}"', 'f"{a:{b+}}"', 'x = f"{lambda}"', 'f"{a if b}"', 'f"{(a}"', 'f"{a)}"', 'f"""{\na+\n}"""', 'f"{a +  }"', 'f"  {a not}"', 'f"{not}"', 'f"{a,}"', 'f"{print x}"', 'f"{1a}"', 'f"{a = }{b+}"'):
    try: compile(s, 'q', 'exec'); print(s, 'ok')
    except SyntaxError as e: print(repr(s), e.args)
