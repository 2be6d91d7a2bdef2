# Partials that hold themselves or what isn't a keyword, and derived ones.
import functools
import pickle


class Mine(functools.partial):
    pass


m = Mine(int, base=2)
m.note = "kept"
print(callable(m), m("101"), m.__dict__, functools.partial(m, "11")())
again = pickle.loads(pickle.dumps(m))
print(type(again) is Mine, again.note, again("110"))
p = functools.partial(dict)
p.keywords[1234] = "value"
try:
    p()
except TypeError as e:
    print(e)
q = functools.partial(print)
q.__setstate__((q, (1, [q]), {"k": q}, {}))
print(repr(q))
