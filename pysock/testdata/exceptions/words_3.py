# What raises what, in which words, and what is unwound on the way.
import sys
def order():
    out = []
    for i in range(4):
        try:
            out.append("t%d" % i)
            if i == 0: continue
            if i == 1: raise KeyError(i)
            if i == 2: break
        except KeyError as e:
            out.append("e%s" % e.args[0])
        else:
            out.append("else")
        finally:
            out.append("f%d" % i)
    else:
        out.append("loop-else")
    return out
print(order())
def ret():
    try:
        return "try"
    finally:
        print("finally runs")
def override():
    try:
        return 1
    finally:
        return 2
def swallow():
    for i in range(2):
        try:
            1 / 0
        finally:
            break
    return "swallowed"
print(ret(), override(), swallow())
def nested():
    try:
        try:
            raise ValueError("inner")
        except TypeError:
            print("not here")
        finally:
            print("inner finally")
    except ValueError as e:
        return "outer %s" % e
print(nested())
def scope():
    e = "kept"
    x = 0
    try:
        x = 1
        raise ValueError
    except ValueError as err:
        x += 1
        y = x
    return e, x, y
print(scope())
def unbound():
    try:
        raise ValueError("v")
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as u:
        return "%s" % u
print(unbound())
e = 5
try:
    raise IndexError("ix")
except IndexError as e:
    print(e)
try:
    print(e)
except NameError as n:
    print(n)
def chain():
    try:
        {}["a"]
    except KeyError as k:
        raise ValueError("from") from k
try:
    chain()
except ValueError as v:
    print(repr(v.__cause__), v.__suppress_context__, repr(v.__context__))
try:
    try:
        1/0
    except ZeroDivisionError:
        raise TypeError("second") from None
except TypeError as t:
    print(t.__cause__, t.__suppress_context__, repr(t.__context__))
def reraise():
    try:
        raise OSError(2, "No such file", "name.txt")
    except OSError as o:
        print(o.errno, o.strerror, o.filename, o, type(o))
        raise
try:
    reraise()
except FileNotFoundError as f:
    print("again", f)
print(sys.exc_info())
try:
    raise ValueError
except ValueError:
    print(sys.exc_info()[0], repr(sys.exc_info()[1]))
class A(Exception): pass
class B(A): pass
class C(B):
    def __str__(self): return "C!" + str(self.args)
for k in (A, B, C):
    try:
        raise k(1, 2)
    except C as x: print("C", x)
    except B as x: print("B", x)
    except A as x: print("A", x)
for bad in (5, "text", None, int):
    try:
        raise bad
    except TypeError as x: print(x)
try:
    try: raise A
    except 5: pass
except TypeError as x: print(x)
try:
    raise
except RuntimeError as x: print(x)
def deep(n):
    try:
        if n: return deep(n - 1)
        return 1 // n
    finally:
        if n == 2: print("unwinding", n)
try: deep(3)
except ZeroDivisionError as z: print("zde", z)
x = [1, 2, 3]
for stmt in ("x[10]", "x['a']", "{}['q']", "int('z')", "None.foo", "1 + 'a'", "'a' + 1", "undefined", "len(5)", "x()", "x.nope", "a, b = 1", "a, b = [1]", "a, b = [1, 2, 3]", "[] < 1", "-'a'", "import nothere", "f'{1:q}'", "''.join([1])", "{[]: 1}", "range(1, 2, 0)", "chr(-1)", "ord('ab')", "float('x')", "max([])", "next(iter([]))", "[].pop()", "{}.popitem()", "'abc'.index('z')", "b'\\xff'.decode()", "'é'.encode('ascii')", "open('/nonexistent/x')" if False else "1 % 0", "2 ** -1 / 0", "print(1, foo=2)", "int(1, 2, 3)", "assert False, 'msg'", "assert 0", "del zzz", "x.y = 1", "(1, 2).append(3)", "1 in 5", "[*5]", "lambda: (yield)"):
    try:
        exec(stmt)
        print(stmt, "ok")
    except Exception as ex:
        print("%-20s %s: %s" % (stmt, type(ex).__name__, ex))
with open(sys.argv[0] if False else "/dev/null") if False else sys.stdout if False else type("M", (), {"__enter__": lambda s: "v", "__exit__": lambda s, *a: print("exit", a[0]) or True})() as w:
    print(w)
    raise ValueError("swallowed")
def outer():
    try:
        raise KeyError("first")
    except KeyError:
        try:
            raise ValueError("second")
        except ValueError:
            raise TypeError("third")
outer()
