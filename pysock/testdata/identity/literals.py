a = 'hello'; b = 'hello'; print(a is b)
a = 'hello world!'; b = 'hello world!'; print(a is b)
c = ''.join(['hel', 'lo']); print(c is 'hello', c == 'hello', id(c) == id('hello'))
print(eval("'hello'") is 'hello', eval("'hello world!'") is 'hello world!')
print(() is (), '' is '', c[:] is c)
x = 1.5; print(x is x, x is 1.5, [x][0] is x, x + 1 is x + 1)
x = 10**20; print(x is x, 256 is 255+1)
n = float('nan'); print(n in [n], [n].index(n), n == n, {n: 1}[n], [n] == [n], (n,) == (n,), float(n) is n)
import sys
intern = getattr(sys, 'intern', None) or intern
print(intern(c) is 'hello', intern('a b') is intern(' '.join('ab')))
t = (1, [2]); print(t is t, tuple(t) is t, t[:] is t, str(a) is a, id(t) == id(t))
print(None is None, True is True, (1 == 1) is True, 1 is True, [] is [])
def f(x='abc'): return x
print(f() is 'abc')
l = []; print(id(l) != id([]), l is l, len is len, int is int, f is f)
class C:
    def m(self): pass
o = C(); print(o.m is o.m, o.m == o.m, C.__dict__['m'] is C.__dict__['m'], o is o)
b1 = b'abc'; print(b1 is b'abc', b1[:] is b1, b'' is b'', b1[1:2] is b'b')
k = {'hello': 1}; print(list(k)[0] is 'hello')
if sys.version_info[0] == 3:
    print((1, 2) is (1, 2))
