# eval and exec with None for the namespaces see the caller's, also those of a
# closure whose own variables are called globals and locals.
def check(text, globals=None, locals=None):
    def decorate(func):
        code = compile(text, 'check-' + func.__name__, 'eval')
        def wrapper(*args, **kwds):
            if not eval(code, globals, locals):
                raise ValueError(text, args, kwds)
            return func(*args, **kwds)
        return wrapper
    return decorate

@check('args[1] is not None and not kwds')
def f(a, b):
    return a + b
print(f(1, 2))
try:
    f(1, None)
except ValueError as e:
    print(e)

def caller(*args):
    return eval(compile('args[0] + 1', 'c', 'eval'), None, None), eval('args', None)
print(caller(5))
@check('x', {'x': 0})
def g():
    pass
try:
    g()
except ValueError as e:
    print(e)
