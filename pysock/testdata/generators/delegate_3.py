# yield from: what is sent and thrown goes on to the iterator inside.
def show(f, *args):
    try:
        print(f(*args))
    except BaseException as e:
        print("%s: %s" % (type(e).__name__, e), repr(e.__context__), repr(e.__cause__))

def inner():
    try:
        while True:
            try:
                got = yield
                print("inner got", got)
                if got == "end":
                    return "result"
            except KeyError as e:
                print("inner caught", e)
                yield "caught"
    finally:
        print("inner end")

def outer():
    try:
        print("outer has", (yield from inner()))
        yield "after"
    except ValueError as e:
        print("outer caught", e)
    finally:
        print("outer end")

o = outer()
next(o)
o.send(1)
show(o.throw, KeyError("k"))
print(o.gi_yieldfrom.__name__, o.gi_suspended)
next(o)
show(o.send, "end")
show(next, o)
o = outer()
next(o)
show(o.throw, ValueError("v"))
o = outer()
next(o)
o.close()

class It:
    "An iterator with all methods."
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("value")
        return self.n
    def send(self, v):
        print("send", v)
        if v == "stop":
            raise StopIteration("sent")
        return "sent %s" % v
    def throw(self, *args):
        print("throw", args)
        if args[0] is KeyError:
            raise StopIteration("thrown")
        return "thrown"
    def close(self):
        print("close")

def over(it):
    print("value", (yield from it))
g = over(It())
show(next, g)
show(g.send, 5)
show(g.throw, ValueError, "a")
show(g.throw, ValueError("b"))
show(g.send, "stop")
g = over(It())
next(g)
show(g.throw, KeyError)
g = over(It())
next(g)
g.close()
g = over(It())
next(g)
show(g.throw, GeneratorExit)
show(list, over(It()))
g = over([1, 2])
show(next, g)
show(g.send, 5)
g = over("ab")
show(next, g)
show(g.throw, ValueError("no throw"))
g = over({1: 2})
show(next, g)
g.close()
for bad in 1, None, object():
    try:
        next(over(bad))
    except TypeError as e:
        print(str(e).split(" at ")[0])

class Close:
    def __iter__(self):
        return iter([1])
def chain(n):
    if n:
        x = yield from chain(n - 1)
        return x + 1
    got = yield "bottom"
    return got
c = chain(50)
show(next, c)
show(c.send, 7)

def reenter():
    yield from me
me = reenter()
show(next, me)

def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2
g = over(ignores())
next(g)
show(g.close)

def returns(v):
    return v
    yield
for v in None, 1, (1, 2), StopIteration(3), ():
    try:
        next(returns(v))
    except StopIteration as e:
        print(repr(e), e.args, e.value)
g = returns(1)
print(list(g), list(g))

# exceptions that are being handled, seen from inside
import sys
def looks():
    print(sys.exc_info()[0])
    yield
    print(sys.exc_info()[0])
    try:
        raise KeyError
    except KeyError:
        print(sys.exc_info()[0])
        yield
        print(sys.exc_info()[0])
        try:
            raise
        except KeyError as e:
            print("again", repr(e.__context__))
    yield
l = looks()
try:
    raise ValueError
except ValueError:
    next(l)
next(l)
print(sys.exc_info()[0])
try:
    raise IndexError
except IndexError:
    next(l)
def raises():
    yield
    raise KeyError("in generator")
r = raises()
next(r)
try:
    try:
        raise ValueError("around")
    except ValueError:
        next(r)
except KeyError as e:
    print(repr(e.__context__))
def stops():
    yield 1
    next(iter([]))
s = stops()
next(s)
show(next, s)
show(next, s)


def done():
    yield 1
    return 'value'


g = done()
print(next(g, 'end'), next(g, 'end'), next(g, 'end'))
