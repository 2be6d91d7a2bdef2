# Deleting while a loop walks moves nothing.
d = dict((i, i) for i in range(6))
seen = []
try:
    for i in d:
        seen.append(i)
        if i == 2:
            del d[0]
            d[9] = 9
except RuntimeError as e:
    print(e)
print(seen, list(d))

d = {0: 0}
try:
    for i in d:
        del d[0]
        d[0] = 0
except RuntimeError as e:
    print(e)

d = {}
for i in range(1000):
    d[i] = i
    if i > 3:
        del d[i - 3]
print(sorted(d), len(d))

d = dict.fromkeys(range(20))
for k in list(d):
    if k != 19:
        del d[k]
    d['x'] = 1
    del d['x']
print(d, list(reversed(d)), d.popitem(), d)
# ---
# What update() walks must stay as it is.
class Key:
    def __init__(self, n):
        self.n = n
    def __hash__(self):
        return 1
    def __eq__(self, other):
        source.clear()
        return False

target = {Key(0): 0}
source = {Key(1): 1, 'a': 2}
try:
    target.update(source)
except RuntimeError as e:
    print(e)
# ---
# Views compare by look-ups: values need no hash.
a, b = {1: [1], 2: [2]}, {1: [1]}
print(a.items() == b.items(), a.items() > b.items(), b.items() <= a.items(), b.items() < b.items())
print(a.keys() != b.keys(), a.keys() >= {1}, a.items() >= set())
try:
    a.__ior__(None)
except TypeError as e:
    print(e)
