print (-2j), str(-2j), '%s' % (-2j,), sum([-2j]), sum([-2j, 0]), -2j+0, -2j-0, [-2j][0]
print (-2j).conjugate(), abs(-2j), (lambda: -2j)(), str(x for x in [1])[:5], -(-2j)
def f(x=-2j): return x
print f(), (1j * 0), -2j * 0, complex(-2j), complex(0, -2)
