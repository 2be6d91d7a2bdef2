# OrderedDict is written in Python in CPython 2, and its methods say so.
from __future__ import print_function
import collections

d = collections.OrderedDict([('b', 1), ('a', 2)])
for s in '''d.keys()~d.values()~d.items()~list(d.iterkeys())~list(d.itervalues())~list(d.iteritems())~d.viewkeys()~d.viewvalues()~d.viewitems()
d.keys(1)~d.clear(1)~d.iteritems(1, 2)~d.viewkeys(1)~'b' in d.viewkeys()~list(reversed(d))~d.keys(a=1)~d.viewkeys() & ['a']
type(d.iteritems()).__name__~collections.OrderedDict({1: 2}).items()~d.copy() == d~d.pop('b')~d.items()'''.replace('\n', '~').split('~'):
    try:
        print(s, eval(s))
    except Exception as e:
        print(s, type(e).__name__, e)


class Keys(dict):
    def keys(self): return ['k']
    def __iter__(self): return iter('it')
    def __getitem__(self, k): return 'g'


class Reversed(collections.OrderedDict):
    def __iter__(self): return iter(collections.OrderedDict.keys(d))


print(collections.OrderedDict(Keys(a=1)))
d.clear()
print(d, d.items())
print(u''.startswith(u'', 2), ''.startswith('', 2), u'abc'.endswith((u'q', u''), 9), u'a'.startswith(u'a', 2))
for s in "u'\\xe9'.decode('nope')", "bytearray.fromhex(u'\\xe9')", "bytearray.fromhex(u'61')":
    try:
        print(repr(eval(s)))
    except Exception as e:
        print(type(e).__name__, e)
