# __builtins__ of the globals that eval and exec are given, __import__ of a
# script's own, and what they refuse.
from __future__ import print_function
try:
    import builtins
except ImportError:
    import __builtin__ as builtins


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, str(e).replace("'", ''))


show(eval, 'len("abc")', {'__builtins__': {}})
show(eval, 'len("abc")', {'__builtins__': {'len': lambda x: 42}})
show(eval, 'sorted([2, 1])', {'__builtins__': builtins})
show(eval, 'x', {'__builtins__': {'x': 'from builtins'}, 'y': 1})
show(eval, '[a for a in (1, 2) if a > f()]', {'__builtins__': {'f': lambda: 1}})
scope = {'__builtins__': {'double': lambda x: 2 * x}}
exec('def f(x):\n    return double(x)\ndef g():\n    return open("x")\n', scope)
show(scope['f'], 4)
show(scope['g'])


def run(source, scope):
    exec(source, scope)
    return sorted(k for k in scope if k != '__builtins__')


show(run, 'import os', {'__builtins__': {}})
show(run, 'from os import path', {'__builtins__': {'__import__': 1}})

real = builtins.__import__


def hook(name, globals=None, locals=None, fromlist=(), level=0):
    if name in ('nothing', 'nothing.at.all'):
        class Made(object):
            pass
        m = Made()
        m.at = Made()
        m.at.all = 'all'
        m.name = name, fromlist
        return m
    return real(name, globals, locals, fromlist)


builtins.__import__ = hook
import nothing
import nothing.at.all as thing
from nothing import name, at
import os.path
from os.path import join as joined
builtins.__import__ = real
print(nothing.name[0], thing, name[0], [str(n) for n in name[1]], os.path.join is joined)

show(lambda: __import__('os.path').__name__)
show(lambda: __import__('os.path', fromlist=['join']).__name__ != 'os')
show(lambda: __import__('json', None, None, ['decoder']).decoder.__name__)
show(lambda: __import__('nonesuch.at.all'))
show(lambda: __import__(''))
for f in (lambda: compile('a\0b', 'f', 'exec'), lambda: eval('1\0')):
    show(f)


class Mapping(object):
    def __getitem__(self, k):
        if k == 'a':
            return 12
        raise KeyError(k)

    def keys(self):
        return ['x', 'z', 'y']


show(eval, 'dir()', {}, Mapping())
show(eval, 'a + 1', {}, Mapping())


class Dict(object):
    __dict__ = property(lambda self: {'made': 'up'})


show(vars, Dict())
show(lambda: Dict().__dict__)
