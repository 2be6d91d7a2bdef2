# Which name a NameError suggests: the first of those that resemble it most.
import sys

class E2(Exception): pass
o1 = 1
o3 = 3

def note(f, *args):
    try:
        f(*args)
    except Exception:
        sys.excepthook(*sys.exc_info())

def plain(): o2
note(plain)

def own(abcd):
    abce = abcf = 1
    abcg
note(own, 1)

def later():
    print(valu)
    value = 1
note(later)

def cells(gamma):
    delta = 1
    alphb = alpha = beta = 2
    def inner(deltb=3):
        alpha, gamma, deltb
        return delto
    def inner2():
        return alphx, alpha, alphb
    note(inner)
    note(inner2)
    epsilom
    return delta, lambda: epsilon
    epsilon = 5
note(cells, 1)

def unbound():
    if not sys: thing = 1
    def inner():
        think = 1
        return thing
    note(inner)
    thing
note(unbound)

class Body:
    attribute = 1
    def method(self):
        attributf
    try:
        attributs
    except NameError:
        sys.excepthook(*sys.exc_info())
note(Body().method)

def parts():
    [elt for element in 'a']
    element
note(parts)

def parts2():
    number = 1
    list(numbr for elt in 'a')
note(parts2)

def parts3():
    return (lambda first: firs)(1)
note(parts3)

def deleted():
    global o1
    del o1
    try:
        o1
    except NameError:
        sys.excepthook(*sys.exc_info())
    o1 = 5
    o2

for name in ('é', 'ê', 'prin', 'PRINT', 'prunt', 'lne', 'LEN', 'len_', 'x', 'E3', 'Body1', 'bdy', 'Bödy', 'ß', 'on',
             'VALUEERROR', 'ValeuError', 'aValueErro', 'nmae', 'Nmae', '_', '__', '__nam__', '__name', 'longer_than_forty_characters_in_all_its_parts'):
    note(eval, name)
    note(exec, 'def f(%sx, a): %s\nf(1, 2)' % (name, name))
note(exec, 'abcd = abcf = 1; abce', {'abcg': 2})
note(exec, 'abcd = abcf = 1; abce', {'abcg': 2}, {'abch': 3})
note(exec, 'abcd = abcf = 1; abce', {'__builtins__': {'abci': 2}}, {'abch': 3})

a_name_of_more_than_forty_characters_that_differs_in_one = 1
def long(): a_name_of_more_than_forty_characters_that_differs_in_ona
note(long)
def long(): b_namf_of_morf_than_forty_charactfrs_that_diffrrs_in_onf
note(long)

def given(e): raise e
note(given, NameError("name 'prin' is not defined"))
note(given, NameError("name 'x' is not defined", name='prin'))
note(given, NameError('anything', name='prin'))
note(given, NameError(name='prin'))
note(given, UnboundLocalError('anything', name='prin'))
note(given, type('Sub', (NameError,), {})('anything', name='prin'))
note(given, AttributeError('anything', name='coun', obj=[]))
note(given, AttributeError('anything', name='coun'))
note(given, AttributeError('anything', name=1, obj=[]))
note(given, AttributeError('anything', name='x', obj=None))

class Attributes:
    x1, x3, X2, y = 1, 2, 3, 4
    def __init__(self): self.x4, self.blup = 5, 6
class Dir:
    def __init__(self, names): self.names = names
    def __dir__(self): return self.names
class Slots:
    __slots__ = 'first', 'second'
    @property
    def third(self): return self.firs
class Getattr:
    abc = 1
    def __getattr__(self, name): raise AttributeError('no ' + name)

for obj, name in [
        (Attributes(), 'x2'), (Attributes, 'x2'), (Attributes(), 'blap'), (Attributes(), 'xx'), (Attributes(), 'é'),
        (Dir(['abd', 'abb']), 'abc'), (Dir(('abd', 'abb')), 'abc'), (Dir([1, 'abd']), 'abc'), (Dir([1]), 'abc'), (Dir(None), 'abc'), (Dir(['abc', 'abd']), 'abc'),
        (Slots(), 'fourth'), (Slots(), 'thrd'), (Slots(), 'third'), (Getattr(), 'abd'),
        ([], 'apend'), ('', 'Lower'), ('', 'islow'), ({}, 'key'), (sys, 'pth'), (sys, 'exc_inf'), (1, 'rel'), (None, 'x'), (print, '__nam__'), (E2(), 'arg'), (plain, '__nam__')]:
    note(getattr, obj, name)
note(setattr, Slots(), 'firs', 1)
note(delattr, Attributes(), 'x2')
note(delattr, Attributes(), 'x6')
note(setattr, 1, 'rel', 2)
note(deleted)
