def w(x):
    match x:
        case 0 | 1: return "small"
        case -1.5: return "neg"
        case None: return "none"
        case True: return "true"
        case "a" | "b" as s: return s
        case [1, y, *rest] if y > 2: return ("seq", y, rest)
        case [1, _, *_]: return "one.."
        case []: return "empty"
        case (a, b): return ("pair", a, b)
        case {"k": v, **kw}: return ("map", v, kw)
        case {}: return "anymap"
        case int(n): return ("int", n)
        case str(): return "str"
        case float() | complex(): return "num"
        case _: return "other"
for x in (0, 1, True, -1.5, None, "a", "b", "zz", [1, 3, 4], [1, 2, 3], (1, 2), [], range(2), {"k": 1, "j": 2}, {"z": 1}, 77, 2.5, 3j, b"ab", {1}, object):
    print(repr(x), w(x))
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def p(o):
    match o:
        case P(0, 0): return "origin"
        case P(x, y=0): return ("xaxis", x)
        case P(x=0, y=yy): return ("yaxis", yy)
        case P([a, b] | (a, [b]), P(c, d) as q): return a, b, c, d, q.x
        case P(): return "p"
for o in (P(0, 0), P(3, 0), P(0, 4), P([1, 2], P(5, 6)), P((1, [2]), P(5, 6)), P(1, 1), 5): print(p(o))
for i in range(5):
    match i:
        case 1: continue
        case 3: break
        case k if k % 2 == 0:
            print("even", k)
print(k, i)
class E: A = 1; B = 2
match 2:
    case E.A: print("A")
    case E.B: print("B")
def err(f):
    try: f()
    except Exception as e: print(type(e).__name__, e)
def e1():
    match 1:
        case int(1, 2): pass
def e2():
    match P(1,2):
        case P(1, 2, 3): pass
def e3():
    match P(1,2):
        case P(1, x=2): pass
def e4():
    match 1:
        case E.zz: pass
def e5():
    f = 3
    match 1:
        case f(): pass
for f in (e1, e2, e3, e4, e5): err(f)
def gen(x):
    match x:
        case [a]: yield a
        case {"a": a}: yield a; yield a
print(list(gen([1])), list(gen({"a": 2})))
try:
    match [1, [2]]:
        case [x, [y]]:
            z = x + y
            raise KeyError(z)
except KeyError as e:
    print(e, x, y, z)
class Q:
    match 5:
        case q: pass
print(Q.q)
match = 5
print(match, match if match else 0)
e1()
