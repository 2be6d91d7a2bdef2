import pprint
seed = 99
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n
def val(d):
    k = rnd(12)
    if d == 0 or k < 4:
        return [rnd(100000), "s" * rnd(30), None, 1.5, True, "some words here " * rnd(8), b"xyz" * rnd(20), "line\n" * rnd(4)][rnd(8)]
    if k < 7: return [val(d-1) for _ in range(rnd(8))]
    if k < 9: return tuple([val(d-1) for _ in range(rnd(5))])
    if k < 11: return dict([(rnd(1000) if rnd(2) else rnd(9), val(d-1)) for _ in range(rnd(6))])
    return [set(range(rnd(30))), frozenset(range(rnd(30)))][rnd(2)]
for i in range(40):
    v = val(4)
    for kw in ({}, {"width": 40}, {"indent": 4}, {"depth": 2}, {"width": 30, "indent": 2}):
        try: pprint.pprint(v, **kw)
        except TypeError as e: print(e)
l = [1]; l.append(l)
print(pprint.isreadable(l), pprint.isrecursive(l), pprint.isreadable([1]), pprint.saferepr({2:1,1:2}))
class L(list): pass
class R(list):
    def __repr__(self): return "R" * 100
pprint.pprint([L(range(50)), R()])
print(pprint.pformat([[[[[]]]]], depth=2))
