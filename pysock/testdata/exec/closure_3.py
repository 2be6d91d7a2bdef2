# exec of a function's code, and its closure; breakpoint and its hook.
import os
import sys


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


def plain():
    global made
    made = len('abc')


scope = globals()
show(exec, plain.__code__, scope)
print(scope['made'])


def outer():
    x = 1

    def inner():
        global seen
        seen = x
    return inner


inner = outer()
show(exec, inner.__code__, scope)
show(exec, inner.__code__, scope, closure=inner.__closure__)
print(scope['seen'])
show(exec, inner.__code__, scope, closure=(1,))
show(exec, plain.__code__, scope, closure=inner.__closure__)
show(exec, 'pass', closure=inner.__closure__)
show(exec, 'made = 3', scope, closure=None)


def hook(*args, **kwargs):
    print('hook', args, kwargs)
    return 'hooked'


sys.breakpointhook = hook
print(breakpoint(1, a=2))
sys.breakpointhook = sys.__breakpointhook__
os.environ['PYTHONBREAKPOINT'] = '0'
print(breakpoint())
os.environ['PYTHONBREAKPOINT'] = 'builtins.len'
print(breakpoint([1, 2]))
os.environ['PYTHONBREAKPOINT'] = 'nonesuch.at_all'
print(breakpoint([1, 2]))
del sys.breakpointhook
show(breakpoint)
try:
    raise ValueError
except ValueError as e:
    print(dir(e.__traceback__))
