# Each run of a comprehension has variables of its own, seen by the functions
# that it makes.
def calls(fs):
    return [f() for f in fs]

def each():
    groups = [[(lambda: j) for j in range(i)] for i in (1, 2, 3)]
    print([calls(g) for g in groups])
    out = []
    for k in range(3):
        out.append({(lambda: (k, m)) for m in range(k + 1)})
    print(sorted(sorted(calls(g)) for g in out))
    out = []
    for k in range(3):
        out.append({m: (lambda: (k, m)) for m in range(k + 1)})
    print([sorted(calls(g.values())) for g in out])
    out = []
    for k in range(3):
        out.append((k + n for n in [k, k + 1]))
    print([list(g) for g in out])
    print([[sum(x * i for x in row) for i in row] for row in ([1, 2], [3, 4])])
    print([[list(y + x + i for y in row) for x in row for i in row] for row in ([1, 2], [3, 4])])
each()

groups = [[(lambda: j) for j in range(i)] for i in (1, 2, 3)]
print([calls(g) for g in groups])

class C(object):
    groups = [[(lambda: j) for j in range(i)] for i in (1, 2, 3)]
    sets = [dict((j, lambda: j) for j in range(i)) for i in (1, 2)]
print([calls(g) for g in C.groups])
print([calls(g.values()) for g in C.sets])

def late():
    # The function sees what the variable is when it is called.
    fs = [lambda: (i, j) for i in range(2) for j in range(2)]
    print(calls(fs))
    now = [(lambda: (i, j))() for i in range(2) for j in range(2)]
    print(now)
    keep = [(lambda i=i: i) for i in range(3)]
    print(calls(keep))
    deep = [[[lambda: (a, b, c) for c in range(1)] for b in range(2)] for a in range(2)]
    print([f() for x in deep for y in x for f in y])
    later = [[(lambda: (lambda: (a, b))) for b in range(2)] for a in range(2)]
    print([f()() for x in later for f in x])
late()

def gen(n):
    for i in range(n):
        yield [lambda: (i, j) for j in range(i + 1)]
print([calls(fs) for fs in gen(3)])
print([calls(fs) for fs in list(gen(3))])

def conditions():
    data = [[1, 2, 3], [4, 5]]
    print([x for x in data if any(y > 4 for y in x)])
    print([[y for y in x if all(y <= z for z in x)] for x in data])
    print([max(x, key=lambda v: -abs(v - len(x))) for x in data])
    print({len(x): sorted(x, key=lambda v: (v % len(x), v)) for x in data} == {3: [3, 1, 2], 2: [4, 5]})
    print(sorted((lambda: (x, y))() for x in range(2) for y in range(2)))
conditions()

def recursive(n):
    fs = [lambda: (n, i) for i in range(2)]
    return (recursive(n - 1) if n else []) + [f() for f in fs]
print(recursive(2))

def targets():
    class Box(object): pass
    box, d = Box(), {}
    fs = [lambda: (a, b) for a, b in [(1, 2), (3, 4)]]
    print(calls(fs))
    fs = [lambda: (box.x, d) for box.x in [1, 2] for d["k"] in [3]]
    print(calls(fs))
targets()

def fails():
    import traceback, sys
    try:
        [[(lambda: y)() / x for y in range(1)] for x in [1, 0]]
    except ZeroDivisionError:
        tb = sys.exc_info()[2]
        return [name for _, _, name, _ in traceback.extract_tb(tb)]
if __import__("sys").version_info[0] == 3:
    print(fails())
def locs():
    return [[sorted(n for n in locals() if n != ".0") for a in range(1) for f in [lambda: a]] for b in range(1)]
if __import__("sys").version_info[0] == 3:
    print(locs())
