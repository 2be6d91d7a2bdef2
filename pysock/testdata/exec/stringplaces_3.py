# Where errors in strings are: at what follows the strings, or in the field of an
# f-string, alone.
for src in ["f'''\n\n{a b}'''", "f'''\n\n{\na b}'''", "x + f'''\n\n  {a b}'''", "f'{0777}'", "f'{a $ b}'", "f'{1a}'", "f'{f\"{a b}\"}'", "f'{f\"{a!x}\"}'", "f'é{a b}'", "f'{a.1}'", "f'{f(a for a in b, c)}'", "f'{a:{b c}}'", "f'{(a b)}'", "f'{a' $","f'{a' 'b", "f'{1 if 2}'", "f'{a := 1}'", "f'{None = 1}'", "f'{1__0}'", "f'{a b}' f'{c d}'","'\\x'", "'\\x' + 1", "x = '\\x'", "x = ('\\x')", "f('\\x')", "f('\\x', 1)", "'a' '\\x'", "'\\x' 'a'", "'\\x' 'a' 1", "'\\x'; y", "'\\x'\ny", "[\n'\\x'\n]", "b'\xe9'", "b'\xe9' + 1", "f'\\x'", "f'\\x{1}'", "x = b'\\x'", "b'\\x'", "'\\u12'", "'\\N{foo}'", "  '\\x'", "'\\x' # c", "if '\\x': pass", "'\\x'.a", "'a' b'c'", "b'c' 'a' + 1", "return '\\x'", "f'{'", "f'{a b}'", "f'{a!x}'", "f'{}'", "f'}'", "f'{a:{b:{c}}}'", "f'{#}'", "f'{\\n}'", "f'{a'","f'{a!}'","f'{!r}'", "f'{lambda x:1}'", "f'{1+}'", "x = f'{1+}' + 1", "f'{yield}'", "f'{*a}'", "f'{a=}{b b}'", "f'{(}'", "f'{)}'", "f'{a:}}'", "f'{a[}'", "f'{\"a\"'","f'''{\na b}'''", "f'{a;b}'","f'{a:=5}'", "f'{a=b}'", "f'{a==}'"]:
    for mode in 'exec', 'eval', 'single':
        try: compile(src, 'F', mode)
        except SyntaxError as e: print(repr(src), mode, e.args)
        except Exception as e: print(repr(src), mode, type(e), e)
        else: print(repr(src), mode)
