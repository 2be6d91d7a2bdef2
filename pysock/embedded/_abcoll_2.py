"""The abstract base classes of containers, as collections shows them."""

from _collections_abc_common import *
from _collections_abc_common import __all__

for _type in (enumerate, type(iter([])), type(iter(())), type(iter({}.iterkeys())),
              type(iter(set())), type(iter(xrange(0))), type((lambda: (yield))())):
    if isinstance(_type, type):
        Iterator.register(_type)
for _type in (tuple, basestring, buffer, xrange, bytearray):
    if isinstance(_type, type):
        Sequence.register(_type)
del _type
Iterable.register(str)
KeysView.register(type({}.viewkeys()))
ItemsView.register(type({}.viewitems()))
ValuesView.register(type({}.viewvalues()))
