# A generic alias is walked over once, starred; unions take types for their type variables.
import typing
T = typing.TypeVar('T')
print([*list[int]], next(iter(list[int])), list(list[T]))
for f in (lambda: (int | str)[int], lambda: (list[T] | str)[int], lambda: (T | str)[int, int], lambda: (T | str)[int], lambda: (T|int)[int]):
    try: print(f())
    except Exception as e: print(repr(e))
x = iter(list[int]); next(x)
try: next(x)
except StopIteration: print('end')
