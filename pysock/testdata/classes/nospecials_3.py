# Every special method as None, and as one that fails, in classes that derive from
# nothing, from built-in types and from Exception, before what would call it.
import copy
import math
import operator
import re
import warnings

METHOD = None


def t(name, f, base=object, k=0):
    try:
        C = type('C', (base,), {name: METHOD})
        o = C()
    except BaseException as e:
        print(name, 'new', type(e).__name__, e); return
    try:
        r = repr(f(o))
        if ' at 0x' in r:
            r = r.split()[0]
        print(name, base.__name__, k, r[:70])
    except BaseException as e:
        print(name, base.__name__, k, type(e).__name__, e)
import collections.abc
def f0(*a): return a
def un(o): a, b = o; return a
def un2(o): a, *b = o; return a
def drive(c):
    try: c.send(None)
    except StopIteration as e: return e.value
    finally: c.close()
def aw(o):
    async def f(): return await o
    return drive(f())
def aw2(o):
    async def f():
        async for x in o: pass
    return drive(f())
def aw3(o):
    async def f():
        async with o: pass
    return drive(f())
def mm(o):
    match o:
        case type(a): pass
    C = type(o)
    match o:
        case C(a): return a
def w(name, f, base=object):
    t(name, f, base)
def setitem(o): o[0] = 1
def delitem(o): del o[0]
def setattr_(o): o.x = 1
def delattr_(o): del o.x
def with_(o):
    with o: pass
def iadd(op):
    g = {}
    def f(o):
        ns = {'o': o}
        exec('o %s 1' % op, ns)
        return ns['o']
    return f
ops = {'add':'+','sub':'-','mul':'*','truediv':'/','floordiv':'//','mod':'%','pow':'**','lshift':'<<','rshift':'>>','and':'&','or':'|','xor':'^','matmul':'@'}


def everything(bases):
    for n, op in ops.items():
        w('__%s__'%n, eval('lambda o: o %s 1' % op))
        w('__%s__'%n, eval('lambda o: o %s o' % op))
        w('__r%s__'%n, eval('lambda o: 1 %s o' % op))
        w('__r%s__'%n, eval('lambda o: [] %s o' % op))
        w('__i%s__'%n, iadd(op+'='))
        for b in bases:
            w('__%s__'%n, eval('lambda o: o %s 1' % op), b)
            w('__%s__'%n, eval('lambda o: o %s o' % op), b)
            w('__r%s__'%n, eval('lambda o: 1 %s o' % op), b)
            w('__i%s__'%n, iadd(op+'='), b)
    w('__divmod__', lambda o: divmod(o, 1)); w('__rdivmod__', lambda o: divmod(1, o)); w('__pow__', lambda o: pow(o, 1, 2))
    for n, op in {'lt':'<','le':'<=','gt':'>','ge':'>=','eq':'==','ne':'!='}.items():
        for b in (object,) + bases:
            w('__%s__'%n, eval('lambda o: o %s 1' % op), b)
            w('__%s__'%n, eval('lambda o: 1 %s o' % op), b)
            w('__%s__'%n, eval('lambda o: o %s o' % op), b)
    w('__eq__', lambda o: o in [1]); w('__eq__', lambda o: [o] == [1]); w('__eq__', lambda o: {o: 1}); w('__eq__', lambda o: [1].index(o))
    w('__lt__', lambda o: sorted([o, o])); w('__gt__', lambda o: max(1, o)); w('__lt__', lambda o: min(o, 1))

    for b in (object,) + bases:
        for n, f in {
         '__iter__': [iter, list, tuple, set, sorted, sum, lambda o: [*o], lambda o: f0(*o), lambda o: 1 in o, lambda o: [x for x in o], lambda o: dict(o), lambda o: zip(o), lambda o: map(str, o), lambda o: enumerate(o), lambda o: max(o), lambda o: reversed(o), lambda o: any(o), lambda o: ','.join(o), lambda o: [].extend(o), un, un2, lambda o: bytes(o), lambda o: bytearray(o), lambda o: {}.update(o), lambda o: set().union(o), lambda o:isinstance(o, collections.abc.Iterable)],
         '__next__': [next], 
         '__len__': [len, bool, lambda o: reversed(o), lambda o: 1 if o else 2],
         '__bool__': [bool, lambda o: not o, lambda o: o and 1, lambda o: 1 if o else 2],
         '__hash__': [hash, lambda o: {o: 1}, lambda o: {o}, lambda o: {}[o], lambda o: o in {}, lambda o: set([o]), lambda o: {}.get(o), lambda o: hash((o,)), lambda o: frozenset([o])],
         '__contains__': [lambda o: 1 in o, lambda o: 1 not in o, lambda o: operator.contains(o, 1)],
         '__getitem__': [lambda o: o[0], lambda o: o[1:2], lambda o: o['a'], lambda o: 1 in o],
         '__setitem__': [setitem], '__delitem__': [delitem],
         '__call__': [lambda o: o(), lambda o: o(1, x=2), callable],
         '__repr__': [repr, str, lambda o: '%s' % o, lambda o: '%r' % o, lambda o: f'{o!r}', lambda o: repr([o]), lambda o: format(o)],
         '__str__': [repr, str, lambda o: '%s' % o, lambda o: f'{o}', lambda o: format(o), print],
         '__format__': [lambda o: format(o), lambda o: f'{o}', lambda o: '{}'.format(o)],
         '__bytes__': [lambda o: bytes(o), lambda o: b'%b' % o],
         '__int__': [int, lambda o: '%d' % o], '__float__': [float, lambda o: math.sqrt(o), lambda o: '%f' % o], '__complex__': [complex], '__index__': [operator.index, lambda o: [1,2][o], lambda o: range(o), hex, int, float, lambda o: [1,2][o:], lambda o: [1]*o, bytes],
         '__neg__': [lambda o: -o], '__pos__': [lambda o: +o], '__invert__': [lambda o: ~o], '__abs__': [abs], '__round__': [round, lambda o: round(o, 1)], '__trunc__': [math.trunc, int], '__floor__': [math.floor], '__ceil__': [math.ceil],
         '__enter__': [with_], '__exit__': [with_], '__reversed__': [reversed], '__length_hint__': [lambda o: operator.length_hint(o, 3), list], '__missing__': [lambda o: o['q'], lambda o: o[9]],
         '__getattr__': [lambda o: o.qq, lambda o: hasattr(o, 'qq'), lambda o: getattr(o, 'qq', 1)], '__getattribute__': [lambda o: o.qq, lambda o: getattr(o, 'qq', 1)], '__setattr__': [setattr_], '__delattr__': [delattr_], '__dir__': [dir],
         '__init__': [lambda o: 1], '__new__': [lambda o: 1],  
         '__fspath__': [lambda o: __import__('os').fspath(o)], '__copy__': [copy.copy], '__deepcopy__': [copy.deepcopy], '__reduce_ex__': [copy.copy], '__reduce__': [copy.copy],
         '__instancecheck__': [lambda o: isinstance(1, o)], '__class__': [lambda o: o.__class__, lambda o: isinstance(o, int)], '__doc__': [lambda o: o.__doc__], '__module__': [lambda o: o.__module__, repr],
         '__dict__': [lambda o: o.__dict__, vars], '__init_subclass__': [lambda o: type('D', (type(o),), {})], '__class_getitem__': [lambda o: type(o)[1]], '__mro_entries__': [lambda o: 1], '__subclasshook__': [lambda o: isinstance(1, type(o))],
         '__get__': [lambda o: type('D', (), {'x': o})().x, lambda o: type('D', (), {'x': o}).x], '__set__': [lambda o: setattr(type('D', (), {'x': o})(), 'x', 1)], '__delete__': [lambda o: delattr(type('D', (), {'x': o})(), 'x')], '__set_name__': [lambda o: type('D', (), {'x': o})],
         '__await__': [lambda o: aw(o)], '__aiter__': [lambda o: aw2(o)], '__anext__': [lambda o: aw2(o)], '__aenter__': [lambda o: aw3(o)], '__aexit__': [lambda o: aw3(o)],
         '__match_args__': [mm], '__slots__': [lambda o: 1],
        }.items():
            for k, g in enumerate(f): t(n, g, b, k)


def fails(self, *args):
    print('called', args and type(args[0]).__name__)
    raise ValueError(len(args))


warnings.simplefilter('ignore')
everything((int, str, set, Exception))
METHOD = fails
everything((float, bytes, Exception))
