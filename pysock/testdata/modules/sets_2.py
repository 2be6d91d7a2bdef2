# The module sets.
import warnings
warnings.simplefilter('always')
with warnings.catch_warnings(record=True) as w:
    from sets import Set, ImmutableSet, BaseSet
print [str(x.message) for x in w]
a, b = Set('abc'), ImmutableSet('bcd')
print sorted(a | b), sorted(a & b), sorted(a ^ b), sorted(a - b), a == Set('cba'), a != b, a <= Set('abcd'), a > Set('a')
print Set([1]), ImmutableSet([2]), Set([a]), a in Set([a]), len(Set([Set([1]), ImmutableSet([1])])), type(a | b), type(b | a)
a.add('z'); a.discard('q'); a.remove('a'); a.update('xy'); a |= Set('12'); a &= Set('bcxy12'); a -= Set('2')
print sorted(a), sorted(a.union('q')), a.issubset(Set('bcxy1')), hash(ImmutableSet('ab')) == hash(ImmutableSet('ba'))
for f in (lambda: a | 3, lambda: hash(a), lambda: BaseSet(), lambda: cmp(a, b), lambda: a.remove('nix'), lambda: Set(3), lambda: a < 3):
    try:
        print f()
    except (TypeError, KeyError) as e:
        print type(e).__name__, e
