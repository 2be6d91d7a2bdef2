# Python 2's order of everything.
print None < 0, 0 < "", "" < (), [] < (), {} < [], 1 < "a", None < None
print sorted([3, "b", None, 2.5, (1,), [0], {"k": 1}, u"u", True])
print [1] < [1, 2], (1, 2) < (1, 3), {1: 2} < {1: 3}, {1: 1} < {2: 0}, {} < {1: 1}
print cmp(1, 2), cmp("b", "a"), cmp([], []), cmp(None, 1), cmp({1: 2}, {1: 1})
print 1 <> 2, 1 <> 1, "a" <> u"a"
print max("a", 1), min(None, -1), max([1], (0,))
print 1 < 2.5 < 3L < "x" < (1,)
print 10**30 < 1e31, 1L == 1, 1L == 1.0
print u"a" < "b", "a" < u"b"
print [None, 1] < [0], ("a",) > (1,)
print len < 5, 5 < len
print {1: "a"} == {1: u"a"}, [1L] == [True]
print sorted([2, 1, 3], cmp=lambda a, b: b - a)
print set([1]) < set([1, 2]), set([1, 2]) >= set([1])
print 1j == 1, 2+0j == 2
