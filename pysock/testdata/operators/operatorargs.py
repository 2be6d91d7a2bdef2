# What functions of operator say of too few and too many arguments.
from __future__ import print_function
import operator
for n in ['is_', 'is_not', 'countOf', 'indexOf', 'pow', 'add', 'lt', 'contains', 'concat', 'ipow', 'iadd', 'and_', 'truth', 'neg', '__pow__', '__ipow__']:
    for a in [(), (1,), (1, 2, 3)]:
        try: print(n, getattr(operator, n)(*a))
        except Exception as e: print(n, type(e).__name__, e)
