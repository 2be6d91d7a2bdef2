# What the dicts of built-in types hold, and in which order they are walked.
from __future__ import print_function

try:
    import builtins
except ImportError:
    import __builtin__ as builtins

left = {'bytes', 'UnicodeTranslateError', 'ExceptionGroup', 'bytearray', 'float', 'super', 'staticmethod', 'long', 'str', 'unicode'}
for name in sorted(vars(builtins)):
    c = getattr(builtins, name)
    if isinstance(c, type) and c.__module__ in ('builtins', '__builtin__', 'exceptions') and name not in left:
        print(name + ':', *list(vars(c)))

for c in type(None), type(Ellipsis), type(NotImplemented), type(iter([])), type({}.keys()), type(iter(range(3))):
    print(c.__name__, *list(vars(c)))

print('__lt__' in vars(slice) or '__cmp__' in vars(slice), '__and__' in bool.__dict__, bool.__dict__.get('__add__'))
print(vars(bool)['__and__'](True, False))
try:
    vars(bool)['__and__'](3, False)
except TypeError as e:
    print(e)
print(list(dict(vars(bool))))
