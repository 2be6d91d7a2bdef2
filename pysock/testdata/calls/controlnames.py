# Keywords may be any text.
from __future__ import print_function
f = lambda **k: sorted(map(repr, k.items()))
print(f(**{'\x01': 1}), f(**{'\x01u': 1, '\x01s': 2}), f(**{'\x00': 1, '': 2, ' ': 3, 'a b': 4}))
print(f(**{u'\x01': 1}), f(**{u'\x01ux': 1}), f(**{u'name': 1}))
def g(x=0, **k): return x, sorted(map(repr, k.items()))
print(g(**{u'x': 1, u'\x01x': 2}), g(**{'x': 1, '\x01sx': 2}))
