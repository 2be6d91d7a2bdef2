class D(dict):
    def __getitem__(self, k): return 'mine'
class E(dict):
    def keys(self): return ['x']
    def __getitem__(self, k): return 'mine'
class F(dict):
    def __iter__(self): return iter(['y'])
    def __getitem__(self, k): return 'mine'
class G(dict):
    def __iter__(self): return iter(['y'])
    def keys(self): return ['x']
    def __getitem__(self, k): return 'mine'
for C in D, E, F, G:
    x = C(a=1)
    d = {}
    d.update(x)
    print((dict(x), d, dict(x, z=1), dict(**x) if C in (D,) else 0, D(x)))
