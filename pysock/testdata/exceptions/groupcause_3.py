def sup(e): return e and (type(e).__name__, e.__suppress_context__, e.__cause__, e.__context__)
g = ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('h', [ValueError(3), KeyError(4)])])
print(sup(g), [sup(x) for x in g.split(ValueError)], sup(g.subgroup(TypeError)), sup(g.derive([ValueError()])), g.subgroup(lambda e: True) is g, sup(g.subgroup(lambda e: True)))
print([sup(x) for x in g.split(ValueError)[0].exceptions])
try:
    try: raise g
    except* ValueError as e:
        print(sup(e))
except ExceptionGroup as e: print(sup(e), [sup(x) for x in e.exceptions])
try:
    try: raise ValueError(1)
    except* ValueError as e: print(sup(e)); raise
except BaseException as e: print(sup(e))
try:
    try: raise ExceptionGroup('a', [ValueError(1)]) from KeyError()
    except* TypeError as e: print(sup(e)); raise
except BaseException as e: print(sup(e))
try:
    try: raise ExceptionGroup('a', [ValueError(1), TypeError()])
    except* TypeError as e: raise KeyError(1)
except BaseException as e: print(sup(e), [sup(x) for x in e.exceptions])
try:
    try: raise ExceptionGroup('a', [ValueError(1), TypeError()])
    except* TypeError as e: raise
except BaseException as e: print(sup(e))
try:
    try: 1/0
    except ZeroDivisionError:
        try: raise ExceptionGroup('a', [ValueError(1), TypeError()])
        except* TypeError as e: pass
except BaseException as e: print(sup(e))
import json
for s in ('True', '', '{', '[1', '{"a"'):
    try: json.loads(s)
    except ValueError as e: print(sup(e))
