# Which of two equal elements a set keeps: the walked one's, which is the smaller
# of two sets, and whatever else is walked.
values = ([1], [True], [1.0], [1, 2, 3], [True, 2])
for a in values:
    for b in values:
        s, o = set(a), set(b)
        d, e = dict.fromkeys(a), dict.fromkeys(b)
        print(sorted(s & o), sorted(s | o), sorted(s ^ o), sorted(s - o))
        print(sorted(s & frozenset(o)), sorted(frozenset(s) & o))
        print(sorted(s.intersection(b)), sorted(s.intersection(iter(b))))
        print(sorted(s.intersection(e)), sorted(s.intersection(o)), sorted(s.intersection(b, a)))
        print(sorted(s.union(b)), sorted(s.union(e)), sorted(s.symmetric_difference(b)))
        t = set(a)
        t.intersection_update(b)
        print(sorted(t))
        t = set(a)
        t &= o
        print(sorted(t))
        t = set(a)
        t.update(b)
        print(sorted(t))
        d.update(e)
        print(sorted(d), sorted({x: 0 for x in a + b}), sorted({x for x in a + b}))
        if hasattr(d, 'viewkeys'):
            k, l = dict.fromkeys(a).viewkeys(), e.viewkeys()
        else:
            k, l = dict.fromkeys(a).keys(), e.keys()
        print(sorted(k & l), sorted(k & o), sorted(s & l), sorted(k | l), sorted(k | o))
        print(sorted(k & frozenset(o)), sorted(frozenset(s) & l))
try:
    {1}.intersection([1, []])
except TypeError as e:
    print(e)
it = iter([1, 2, 1, 3, 4])
print(sorted({1, 2}.intersection(it)), list(it))
