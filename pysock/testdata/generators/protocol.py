# throw, close, send and what they do to generators in each state.
def show(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print("%s: %s" % (type(e).__name__, e))

def g():
    try:
        got = yield 1
        print("got %r" % (got,))
        yield 2
    except ValueError as e:
        print("caught %r" % (e.args,))
        yield 3
    finally:
        print("finally")

a = g()
show(a.send, 1)
show(a.throw, ValueError, "unstarted")
show(next, a)
a = g()
show(next, a)
show(a.throw, ValueError, "x")
show(a.throw, KeyError("y"))
show(next, a)
show(a.throw, IndexError)
show(a.send, 5)
a = g()
show(next, a)
show(a.send, "s")
show(a.close)
show(a.close)
show(next, a)
for bad in 1, "s", None, object, (ValueError, 1):
    a = g()
    show(a.throw, bad)
show(g().throw, ValueError("v"), 3)
show(g().throw, ValueError, ValueError("instance"))
show(g().throw, ValueError, (1, 2))
show(g().throw, ValueError, None, 7)
show(g().throw)
show(g().send)

def running():
    show(next, me)
    show(me.send, None)
    show(me.throw, ValueError)
    show(me.close)
    yield me.gi_running and 1
me = running()
show(next, me)
print(me.gi_frame is None)
show(next, me)
print(me.gi_frame)

def ignores():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignored")
            yield 2
            return
i = ignores()
next(i)
show(i.close)
show(next, i)

def raises():
    try:
        yield 1
    finally:
        raise KeyError("from finally")
r = raises()
next(r)
show(r.close)

def swallows():
    try:
        yield 1
    except GeneratorExit:
        return
s = swallows()
next(s)
show(s.close)

# a yield wherever an expression can stand
def places():
    x = [(yield 1), (yield 2)]
    print(x)
    y = {(yield 3): (yield 4)}
    print(y)
    print((yield 5) + (yield 6), not (yield 7), (yield 8) and (yield 9), (yield 10) if (yield 11) else (yield 12))
    x[(yield 13)] = yield 14
    print(x)
    x[(yield 0)] += yield 15
    print(x)
    f = lambda: (yield 16)
    print(list(f()), "%s" % (yield 17))
    print((lambda *a, **k: (a, sorted(k)))((yield 18), *(yield 19), **(yield 20)))
    assert (yield 21), "never"
    del x[(yield 22)]
    for q in (yield 23):
        print("q", q)
    while (yield 24):
        break
    print((yield) , (yield 25) < (yield 26) < (yield 27))
p = places()
v = None
sends = {1: "a", 13: 0, 14: "set", 0: 1, 15: "!", 2: "b", 18: "p", 19: (1, 2), 20: {"k": 1}, 22: 0, 23: "xy", 5: 50, 6: 60}
while True:
    try:
        v = p.send(None if v is None else sends.get(v, v))
    except StopIteration:
        break
    print("yield %r" % (v,))
