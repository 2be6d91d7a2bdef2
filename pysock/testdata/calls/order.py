# Order of evaluation, made visible.
def e(x):
    print("eval %r" % (x,))
    return x
def f(*a, **k):
    print("called")
    return a, sorted(k.items())
def get():
    print("get f")
    return f
print(get()(e(1), e(2), a=e(3), b=e(4)))
print(get()(e(1), *e([2]), **e({"k": 3})))
e(1) + e(2) * e(3)
e("a") < e("b") < e("c")
e("b") < e("a") < e("c")
e([1, 2, 3])[e(0)]
[e(1), e(2)], (e(3), e(4))
e(0) or e(1) and e(2)
e(1) if e(0) else e(2)
e([1, 2, 3])[e(0):e(2):e(1)]
d = {}
d[e("k")] = e("v")
x = [0, 0]
x[e(0)], x[e(1)] = e("p"), e("q")
def t():
    print("target")
    return x
t()[e(0)] = e("value first")
t()[e(0)] += e("!")
t()[e(0):e(1)] = e([9])
a = b = e("once")
assert e(1), e("not evaluated")
not e(1)
-e(1)
del t()[e(0)]
{e("k1"): e("v1"), e("k2"): e("v2")} if 0 else 0
(lambda d=e("default"): d)()
print(e(5) in e([5]), e(5) is not e(6))
