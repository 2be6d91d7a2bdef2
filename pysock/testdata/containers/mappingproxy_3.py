# Proxies of mappings, and classes whose only value is a singleton.
from types import MappingProxyType as Proxy

p = Proxy({"a": 1, "b": 2})
print(p | {"c": 3}, {"c": 3} | p, p | Proxy({"a": 0}), list(reversed(p)))
for f in lambda: p | 1, lambda: type(None)(1), lambda: type(...)(a=1):
    try:
        f()
    except TypeError as e:
        print(e)
print(type(None)(), type(...)(), type(NotImplemented)())


class Meta(type):
    pass


for f in lambda: Meta(5), lambda: type(5, 6), lambda: Meta():
    try:
        f()
    except TypeError as e:
        print(e)
try:
    class X(type(None)):
        pass
except TypeError as e:
    print(e)
