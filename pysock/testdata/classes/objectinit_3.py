# Arguments that object.__init__ and object.__new__ don't take.
class E:
    def __init__(self, *a): object.__init__(self, 42)
class F: pass
class G:
    def __new__(c, *a): return object.__new__(c)
class H:
    def __init__(self, *a): pass
class S:
    def __init__(self, *a, **k): super().__init__(*a, **k)
for f in (lambda: E(), lambda: object.__init__(F(), 42), lambda: F().__init__(42), lambda: object.__init__(H(), 1), lambda: object.__init__(G(), 1),
          lambda: F(42), lambda: G(42), lambda: H(42), lambda: object.__new__(F, 42), lambda: object.__new__(H, 42), lambda: object(1),
          lambda: super(E, E.__new__(E)).__init__(42), lambda: F(x=1), lambda: S(1), lambda: S(x=1), lambda: S(*[1])):
    try: print(f() and 1)
    except TypeError as e: print(e)
