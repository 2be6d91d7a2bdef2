# The words about wrong arguments name the class that a class method was called on,
# and the method itself where a built-in function does the same work.


class F(float):
    pass


class B(bytes):
    pass


class A(bytearray):
    pass


class D(dict):
    pass


def tell(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for c, name in (float, "fromhex"), (F, "fromhex"), (B, "fromhex"), (A, "fromhex"), (D, "fromkeys"), (bool, "from_bytes"):
    bound = getattr(c, name)
    on_instance = getattr(c(), name)
    for f in bound, on_instance:
        tell(lambda: f())
        tell(lambda: f(zzz=1))
        tell(lambda: f(1, 2, 3, 4))
        tell(lambda: f(*(1, 2, 3, 4), **{"zzz": 1}))
        tell(lambda: f(None))

for c in bytes, bytearray, str, A:
    tell(lambda: c.maketrans(zzz=1))
    tell(lambda: c.maketrans())

for x in 12, True, 1.25, F(2.5):
    tell(lambda: x.__round__(zzz=1))
    tell(lambda: x.__round__(1, 2, 3))
    tell(lambda: x.__round__(1, zzz=1))
    tell(lambda: x.__round__(1))
    tell(lambda: x.__round__(None))
    tell(lambda: x.__round__("1"))
    tell(lambda: type(x).__round__(x, -1))

m = memoryview(b"ab")
tell(lambda: m.__enter__(1))
tell(lambda: m.__enter__(zzz=1))
tell(lambda: m.__exit__(zzz=1))
tell(lambda: m.release(1))
tell(lambda: m.release(zzz=1))
print(m.tobytes())  # a refused call releases nothing
tell(lambda: m.__exit__(1, 2, 3, 4, 5))
tell(lambda: m.tobytes())
