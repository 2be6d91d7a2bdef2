import collections, copy, pickle, operator
od = collections.OrderedDict(a=1, b=2)
for make in (lambda: iter(od), lambda: reversed(od), lambda: iter(od.keys()), lambda: iter(od.values()), lambda: iter(od.items()), lambda: reversed(od.items()), lambda: reversed(od.values()), lambda: reversed(od.keys())):
    i = make()
    print(type(i), [x for x in dir(i) if x[:2] != '__'], operator.length_hint(i, -1), next(i), i.__reduce__(), list(i), list(i), i.__reduce__())
    i = make(); print(list(copy.copy(i)), list(i), iter(i) is i)
i = iter(od); od['c'] = 1
try: next(i)
except RuntimeError as e: print(e)
i = iter(od); del od['c']; od['d'] = 2
try: print(list(i))
except (RuntimeError, KeyError) as e: print(e)
i = iter(od); od['a'] = 22; print(list(i))
i = iter(od); od.move_to_end('a')
try: print(list(i))
except RuntimeError as e: print(e)
i = iter(od); next(i); od.clear()
try: print(list(i))
except RuntimeError as e: print(e)
class D(collections.OrderedDict): pass
print(type(iter(D())), type(iter(D().items())), D(a=1).items(), dict(D(a=1)), dict(**D(a=1)), {**od}, [*od], list(od), od == dict(od), D(od) == od, od.copy(), pickle.loads(pickle.dumps(od)), copy.deepcopy(od))
for k, v in od.items(): print(k, v)
class S(collections.OrderedDict):
    def __iter__(self): return iter('xy')
print(list(S(a=1)), list(S(a=1).keys()), list(S(a=1).items()), S(a=1), dict(S(a=1)) if 0 else 0)
