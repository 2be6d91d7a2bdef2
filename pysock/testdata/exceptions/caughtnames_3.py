# The name of a handler's exception is unbound when the handler ends, and what
# one handler binds another may read.

def two(x):
    try:
        try:
            raise x
        except NameError as e:
            y = 2
            print(y, repr(e))
        except Exception as e:
            y.pop(None)
    except AttributeError as e:
        print('outer', e)
    except UnboundLocalError as e:
        print('unbound', e)
    try:
        e
    except UnboundLocalError as e:
        print(e)

two(NameError('n'))
two(ValueError('v'))

def seen(x):
    got = []
    try:
        raise x
    except ValueError as e:
        got.append(lambda: e)
        print(got[0]())
        return got[0]
    except KeyError as e:
        del e
        return lambda: e
    finally:
        try:
            print(e)
        except NameError as f:
            print('finally', f)

for x in ValueError(1), KeyError(2):
    try:
        print(seen(x)())
    except NameError as e:
        print(e)

def leaves():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            f = lambda: e
            if i == 0: continue
            if i == 1:
                e = None
                continue
            break
    try:
        f()
    except NameError as g:
        print(g)

leaves()

def raises():
    try:
        try:
            raise KeyError(1)
        except KeyError as e:
            f = lambda: e
            raise IndexError(2)
        finally:
            print('e' in locals())
    except IndexError as g:
        print(repr(g.__context__), 'e' in locals())

raises()

def group():
    try:
        raise ExceptionGroup('x', [ValueError(1), KeyError(2)])
    except* ValueError as e:
        a = lambda: e
        print(repr(a()))
    except* KeyError as e:
        print(repr(e))
        try:
            a()
        except NameError as f:
            print(f)
    try:
        e
    except UnboundLocalError as f:
        print(f)

group()

def generator():
    try:
        raise ValueError(1)
    except ValueError as e:
        f = lambda: e
        yield e
        try:
            raise KeyError(2)
        except KeyError as e:
            yield e
        try:
            yield f()
        except NameError as g:
            yield g

print([repr(x) for x in generator()])

class C:
    try:
        raise ValueError
    except ValueError as e:
        pass
    print('e' in locals())

class Space(dict):
    def __setitem__(self, k, v):
        print('set', k, repr(v))
        dict.__setitem__(self, k, v)
    def __delitem__(self, k):
        print('del', k)
        dict.__delitem__(self, k)

class M(type):
    def __prepare__(name, bases): return Space()
    def __new__(m, name, bases, space): return type.__new__(m, name, bases, dict(space))

class D(metaclass=M):
    try:
        raise ValueError(3)
    except ValueError as e:
        x = 1

try:
    raise ValueError
except ValueError as e:
    def f(): return e
    print(repr(f()))
try:
    f()
except NameError as e:
    print(e)
