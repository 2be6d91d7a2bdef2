# What a set is after others were taken away keeps its place.
f = frozenset([1, 2, 3]) | set([0, 10, 20])
print(list(f), list(f.difference({1: 2, 2: 3})), list(f.difference([1, 2])), list(f - set([1, 2])), list(f.difference([1], [2])))
s = set([-1, 0, 31]) | set([7])
print(list(s), list(s.difference()), list(s.copy()), list(s - set()), list(s.difference([])), list(s.difference(set())))
s.difference_update([31], (7,))
print(list(s))
s = set(range(40))
s.difference_update(range(3, 38))
print(list(s))
s.add(16)
s.add(8)
print(list(s))
s = set(range(100)) - set([5])
print(list(s) == sorted(s), len(s))
try:
    s.difference_update([[]])
except TypeError as e:
    print(e)
