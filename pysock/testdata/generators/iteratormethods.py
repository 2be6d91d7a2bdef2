# The methods that iterators have.
import collections
import functools
import itertools
import re

for s in '''iter([])~iter(())~iter('')~iter(u'')~iter({})~iter(set())~iter(bytearray())~iter(b'')~reversed([])~enumerate([])~re.finditer('a', 'a')~iter(len, 1)
itertools.count()~itertools.repeat(1)~iter(collections.deque())~reversed(collections.deque())~(x for x in [])~iter({}.keys())~iter({}.values())~iter({}.items())
map(len, [])~zip()~filter(None, [])~iter(frozenset())~itertools.starmap(len, [])~reversed('ab')~reversed(())~iter(range(3))'''.replace('\n', '~').split('~'):
    it = eval(s)
    print(s, type(it).__name__, [n for n in ('__iter__', '__next__', 'next', '__length_hint__', 'send') if hasattr(it, n)])
it = re.finditer('a', 'aaa')
step = getattr(it, '__next__', None) or it.next
print(step().span(), iter(it) is it, len(list(it)))
