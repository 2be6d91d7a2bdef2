# What the compiler warns of.
import warnings

for source in ('assert (x, "m")', 'assert ()', 'def f():\n    from os import *\n', 'from os import *', 'x is 1', '"\\d"'):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        compile(source, 'file', 'exec')
    print repr(source), [(w.category.__name__, str(w.message), w.filename, w.lineno) for w in caught]
