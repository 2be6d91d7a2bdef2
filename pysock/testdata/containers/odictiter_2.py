import collections
od = collections.OrderedDict([('a', 1), ('b', 2)])
for make in (lambda: iter(od), lambda: reversed(od), od.iterkeys, od.itervalues, od.iteritems, lambda: iter(od.viewkeys())):
    i = make()
    print type(i), repr(i).split(' at ')[0], next(i), list(i), list(i)
print list(od), od.keys(), dict(od), sorted(od), [k for k in od], 'a' in od, od == dict(od), od.copy()
