import sys
py2 = sys.version_info[0] == 2
def show(f):
    try: r = repr(f())
    except Exception as e: r = type(e).__name__ + ': ' + str(e)
    sys.stdout.write(r + '\n')
l = [1]
show(lambda: l.__iadd__([2])); show(lambda: l.__imul__(2)); show(lambda: l); show(lambda: l.__iadd__(5))
s = set([1]); show(lambda: s.__ior__(set([2]))); show(lambda: s.__iand__([1])); show(lambda: s)
b = bytearray(b'a'); show(lambda: b.__iadd__(b'c')); show(lambda: b)
show(lambda: 'b'.__rmod__('a%s')); show(lambda: 'b'.__rmod__(5))
class L(list): pass
x = L([1]); x += [2]; show(lambda: (x, type(x).__name__)); x *= 2; show(lambda: (x, type(x).__name__))
class D(dict): pass
class S(set): pass
y = S([1]); y |= S([2]); show(lambda: (y, type(y).__name__)); show(lambda: y == set([1, 2]))
class I(int):
    def __add__(self, o): return 'added'
show(lambda: (I(3) + 1, 1 + I(3), I(3) - 1, I(3) < 4, I(3) == 3, hash(I(3))))
if py2:
    show(lambda: [1, 2, 3].__getslice__(0, 2)); show(lambda: 'abc'.__getslice__(1, 9)); pass
    show(lambda: (5).__hex__() + (8).__oct__()); show(lambda: (5).__long__()); show(lambda: (1j).__divmod__(2)); show(lambda: memoryview('ab').__len__())
    class M(list):
        def __getslice__(self, i, j): return ('slice', i, j)
    show(lambda: M([1, 2])[0:1]); show(lambda: M([1,2])[::2])
    show(lambda: {1: 2}.viewkeys().__and__([1])); show(lambda: list(xrange(3).__reversed__()))
else:
    show(lambda: {1: 2}.__or__({3: 4})); show(lambda: {1: 2}.__ior__([(3, 4)])); show(lambda: (2.5).__ceil__()); show(lambda: (-2.5).__floor__()); show(lambda: (5).__ceil__())
    show(lambda: b'x'.__bytes__()); show(lambda: (1j).__complex__()); show(lambda: range(0).__bool__()); show(lambda: None.__bool__())
    d = D(a=1); d |= [('b', 2)]; show(lambda: (d, type(d).__name__)); show(lambda: {1: 2} | [(3, 4)])
