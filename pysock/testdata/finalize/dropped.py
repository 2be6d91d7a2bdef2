# What a script drops without a word: its name is bound anew, its function returns,
# it is taken out of a container.
class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del %s' % self.n)
def g(n):
    try:
        yield 1
        yield 2
    finally:
        print('fin %s' % n)
a = A(1); a = None; print('1 None')
a = A(2); a = A(3); print('2 A')
def f():
    x = A(4); print('in f')
f(); print('after f')
A(5); print('temp')
l = [A(6)]; l.pop(); print('pop')
l = [A(7)]; l[0] = 0; print('setitem')
d = {1: A(8)}; del d[1]; print('delitem')
d = {1: A(9)}; d.clear(); print('clear')
class H: pass
h = H(); h.a = A(10); h.a = None; print('attr')
h.a = A(11); del h.a; print('delattr')
h.a = A(12); h = None; print('holder')
for i in range(2): x = A(13 + i)
print('loop')
x = None; print('x')
o = g(1); next(o); o = g(2); print('gen rebinding')
next(o); o = None; print('gen None')
def k():
    o = g(3); next(o); return 5
k(); print('gen func')
next(g(4)); print('gen temp')
l = [g(5)]; next(l[0]); l = 0; print('gen list')
def mk():
    print('making'); o = A(20); print('end'); return o
o = mk(); print('prog end')
del a, o
print('x'); 
a = b = A(21); del a; print('one left'); del b; print('gone')
def ret(): 
    t = A(22)
    return 1
ret(); print('ret')
try:
    t = A(23); raise ValueError
except ValueError: t = None
print('exc')
