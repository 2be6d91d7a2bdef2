# The repr of weak references.
import weakref, re
class A: pass
print(re.sub('0x[0-9a-f]+', '', repr(weakref.ref(A))))
a = A()
print(re.sub('0x[0-9a-f]+', '', repr(weakref.ref(a))))
def f(): pass
print(re.sub('0x[0-9a-f]+', '', repr(weakref.ref(f))))
a.__name__ = 'x'
print(re.sub('0x[0-9a-f]+', '', repr(weakref.ref(a))))
a.__name__ = 3
print(re.sub('0x[0-9a-f]+', '', repr(weakref.ref(a))))
