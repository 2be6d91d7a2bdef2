# A list comprehension's variables belong to the function around it, which may be
# another kind of comprehension.
def f():
    print sorted(set(''.join([c for c in w]) for w in ('ab', 'cd')))
    print sorted({''.join([c for c in w]) for w in ('ab', 'cd')})
    print sorted({w: [c for c in w] for w in ('ab', 'cd')}.items())
    print list([(c, d) for c in w for d in w] for w in ('ab',))
    print list(([c for c in w], c) for w in ('ab', 'cd'))
    print sorted({(''.join([c for c in w]), c) for w in ('ab', 'cd')})
    print list([[e for e in c] for c in [w]] for w in ('ab', 'cd'))
    try:
        print c
    except NameError, e:
        print e
f()
print sorted(set(''.join([q for q in w]) for w in ('ab', 'cd')))
class C:
    x = list(''.join([q for q in w]) for w in ('ab', 'cd'))
    y = [q for q in 'xy']
print C.x, C.y, C.q

def lambdas():
    fs = list([lambda: c for c in w] for w in ('ab', 'cd'))
    print [g() for h in fs for g in h]
    fs = [[lambda: c for c in w] for w in ('ab', 'cd')]
    print [f() for g in fs for f in g]
    fs = [{w: [lambda: (w, c) for c in w] for w in ('a' + x, 'b' + x)} for x in 'yz']
    print sorted(f() for d in fs for g in d.values() for f in g)
    print (lambda z: ([y for y in z], y))('pq')
    print map(lambda z: list((y, z) for y in [t for t in z]), ('ab', 'c'))
lambdas()

def shadow(c):
    d = list([c for c in w] for w in ('ab', 'cd'))
    return d, c
print shadow(1)
def gen():
    for w in ('ab', 'cd'):
        yield set(tuple([c for c in w]) for i in range(2))
print list(gen())
def unbound():
    try:
        list(c for w in ('ab', '') for c in [([c for c in w], c)])
        return list((([c for c in w]), c) for w in ('', 'ab'))
    except NameError, e:
        return e
print unbound()
