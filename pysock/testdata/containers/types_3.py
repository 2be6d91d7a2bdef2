# Sets of types: in CPython the last bits of their addresses are the same each time.
print(set([None, int]), {int, str, None, list}, {float, int, 1, 2}, {dict, tuple, set}, [t.__name__ for t in {ValueError, TypeError, KeyError}])
