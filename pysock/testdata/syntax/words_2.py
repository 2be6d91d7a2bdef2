# What Python 2 says in its own words of errors that both Pythons know.
for source in '''
(x + 1) = 2
f() = 1
{} = 1
(yield) = 1
() = 1
(lambda: 0) = 1
[x for x in y] = 1
(x if y else z) = 1
f() += 1
(x + 1) += 1
del f()
del 1
f(x for x in y, 1)
f(a=1, a=2)
f(a=1, 2)
f((x)=1)
'''.split('\n')[1:-1]:
    try:
        compile(source, 'f', 'exec')
    except SyntaxError as e:
        print source, '|', e.msg
    else:
        print source, '| fine'
for source in 'def f():\n  return 1\n  yield 2', 'def f():\n  yield 2\n\n  return 1', 'def f(x):\n  global x':
    try:
        compile(source, 'f', 'exec')
    except SyntaxError as e:
        print e.msg, e.lineno if 'yield' in source else ''


def gen():
    yield


g = gen()
print g.gi_frame.f_restricted
