# What the compiler warns of, and the errors that filters make of it.
import warnings

sources = r'''
1or 2
0x1for x in y
"\d"
b"\q" b"\400"
f"\d{1}\e"
x is 1
x is not ()
1 is x is 2
x is (1, None)
None is x
x is (1, y)
assert (x, "m")
assert ()
[(1, 2) (3, 4)]
"a"()
f"{x}"()
{1}()
(x for x in y)()
(lambda: 1)()
...()
1.0[0]
{x for x in y}[0]
(lambda: 1)[0]
"a"["b"]
[1][1, 2]
[1][1:2]
b"a"[None]
1[0] = 2
def f(): return x is 1
'''
for source in sources.strip().splitlines():
    print(source)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        compile(source, 'file', 'exec')
    for w in caught:
        print('   ', w.category.__name__, w.message, w.filename, w.lineno)
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try:
            compile(source, 'file', 'exec')
        except SyntaxError as e:
            print('   ', e, e.lineno, e.offset, e.end_offset)

exec('assert (1, 2)')
eval('1 is 1')
