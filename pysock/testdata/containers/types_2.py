# Types in dicts: in CPython the last bits of their addresses are the same each time.
print set([None, int]), {int: 1, str: 2, unicode: 3}, {list: 1, dict: 2, tuple: 3, set: 4}, {ValueError: 1, TypeError: 2, KeyError: 3}.keys()
