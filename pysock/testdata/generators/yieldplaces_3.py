# A yield in a default, decorator or base is the function's around.
def f():
    lambda x=(yield 1): 1
    @(yield 2)
    def g(a=(yield 3), *, b=(yield 4)): pass
    class C((yield 5), metaclass=(yield 6)): pass
    [(yield from (7,))]
it = f()
v = next(it)
try:
    while True:
        print(v)
        v = it.send({2: lambda f: f, 5: object, 6: type}.get(v))
except StopIteration:
    print("end")
# an iterator that fails while it is unpacked
class Failing:
    def __init__(self, n):
        self.n = n
    def __getitem__(self, i):
        if i == self.n:
            raise ZeroDivisionError("at %d" % i)
        return i
for n in 1, 2, 3:
    try:
        a, b = Failing(n)
    except Exception as e:
        print(repr(e))
    try:
        a, *b = Failing(n)
    except Exception as e:
        print(repr(e))
# words for calls in code made at run time
ns = {"__name__": "m"}
exec("def f(a, *, b): pass", ns)
for call in "f()", "f(1)", "f(1, 2)", "f(1, c=2)":
    try:
        exec(call, ns)
    except TypeError as e:
        print(e)
