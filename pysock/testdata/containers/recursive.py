# Comparing what holds itself ends in an error, not in a crash.
import operator
a = []; a.append(a)
b = []; b.append(b)
c = {}; c['k'] = c
d = {}; d['k'] = d
e = ([],); e[0].append(e)
f = ([],); f[0].append(f)
deep1 = deep2 = 0
for i in range(5000):
    deep1, deep2 = [deep1], (deep2,)
other1 = other2 = 0
for i in range(5000):
    other1, other2 = [other1], (other2,)
for x, y in [(a, b), (c, d), (e, f), (deep1, other1), (deep2, other2)]:
    for op in (operator.eq, operator.ne):
        try:
            print(op(x, y))
        except RuntimeError as err:
            print('%s %s' % (type(err).__name__, err))
    print(x == x)
for op in (operator.lt, operator.ge):
    try:
        print(op(a, b))
    except RuntimeError as err:
        print(err)
print(a in [b, a] if 0 else a in [a, b])
