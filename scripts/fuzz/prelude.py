import sys
class E1(Exception): pass
class E2(E1):
    def __init__(self, a=1, *b):
        self.a = a
class Log(object):
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        show('enter', self.name)
        return self
    def __exit__(self, t, v, tb):
        show('exit', self.name, t and t.__name__)
        return self.swallow
class Descriptor(object):
    def __init__(self, name): self.name = name
    def __get__(self, o, t=None):
        show('get', self.name, o is None, t and t.__name__)
        return (self.name if o is None else o.__dict__.get(self.name, self.name))
    def __set__(self, o, value):
        show('set', self.name, value)
        o.__dict__[self.name] = value
    def __delete__(self, o):
        show('delete', self.name)
        del o.__dict__[self.name]
class Getter(object):
    def __get__(self, o, t): return 'got'
class Meta(type):
    def __new__(m, name, bases, space, **kw):
        show('new class', name, len(bases), sorted(kw))
        return type.__new__(m, name, bases, space)
    def __init__(cls, name, bases, space, **kw): type.__init__(cls, name, bases, space)
    def __call__(cls, *a, **kw):
        show('call', cls.__name__, len(a))
        return type.__call__(cls, *a, **kw)
    def __len__(cls): return 3
    def __contains__(cls, x): return x == 1
    def __iter__(cls): return iter([1, 2])
    def __getitem__(cls, i): return i
    def __instancecheck__(cls, o): return o == 1
    def of_class(cls): return cls.__name__
class Point(object):
    __match_args__ = ('x', 'y')
    def __init__(self, x=0, y=0): self.x, self.y = x, y
    def __repr__(self): return 'Point(%r, %r)' % (self.x, self.y)
def is_private(name): return type(name) is str and name.startswith('_OrderedDict__')  # of a class of the library
def canon(x, depth=0):
    t = type(x)
    if depth > 4: return '...'
    if t in (set, frozenset) or t is dict and sys.version_info[0] == 2:
        y = [canon(i, depth + 1) for i in (x.items() if t is dict else x) if t is not dict or not is_private(i[0])]
        y.sort()
        return t.__name__ + '{' + ', '.join(y) + '}'
    if t is dict: return '{' + ', '.join([canon(k, depth + 1) + ': ' + canon(x[k], depth + 1) for k in x]) + '}'
    if t in (list, tuple): return t.__name__ + '(' + ', '.join([canon(i, depth + 1) for i in x]) + ')'
    if isinstance(x, BaseException):
        return t.__name__ + canon(x.args, depth + 1) + ('' if depth > 2 else canon(getattr(x, 'exceptions', ()), depth + 1).strip('tuple()'))
    s = repr(x)
    if ' at 0x' in s: s = s.split(' at 0x')[0]
    return s
def show(*a): sys.stdout.write(' '.join([canon(x) for x in a])[:400] + '\n')
def chain(e, n=0):
    if e is None or n > 4: return None
    return (type(e).__name__, chain(getattr(e, '__cause__', None), n + 1), chain(getattr(e, '__context__', None), n + 1), getattr(e, '__suppress_context__', None))
def lines():
    tb, found = sys.exc_info()[2], [] # modules of ours have no frames where they are written in Go
    while tb:
        if tb.tb_frame.f_code.co_filename[-4:] == 'p.py': found.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return found
ticks = [0]
def tick():
    ticks[0] += 1
    if ticks[0] > 150: raise E1('long')
def ident(x): return x
def deco(*a, **kw):
    def wrap(f):
        show('deco', getattr(f, '__name__', None), len(a), sorted(kw))
        return f
    return wrap
def logged(f):
    def call(*a, **kw):
        show('call', len(a), sorted(kw))
        return f(*a, **kw)
    return call
