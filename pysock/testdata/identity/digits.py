# An address has twelve digits, as on the usual machine.
class A: pass
class B(object): pass
def f(): yield
for v in (A(), B(), f, f(), len, int, A, [], (), '', 'a', 5, None, iter([])):
    print(len(str(v)), id(v) > 2**40, len(hex(id(v))))
