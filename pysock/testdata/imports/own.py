import _plain
import _plain as p
from _plain import value, func as fn
import _pkg
import _pkg.sub
import _pkg.sub as sub
import _pkg.deep.leaf as leaf
from _pkg import sub as s2
from _pkg.deep import leaf as l2
from _pkg.deep.leaf import NAME
print(p is _plain, value, fn(), _plain.__name__)
print(_pkg.__name__, _pkg.sub.__name__, sub is _pkg.sub, s2 is sub)
print(leaf.__name__, leaf is l2, NAME, leaf.parents())
_plain.value = "set from outside"
print(_plain.get(), value)
_plain.added = 5
print(_plain.see_added())
_plain.func = lambda: "patched"
print(_plain.call_func())
import sys
print("_plain" in sys.modules, sys.modules["_plain"] is p)
def f():
    import _plain as q
    from _pkg import sub
    return q.value, sub.__name__
print(f())
print(_pkg.from_init, _pkg.__doc__)
print(_plain.__file__.replace("\\", "/").split("/")[-1])
print(_plain.main_name())
import _plain
del _plain.added
_plain.see_added()
