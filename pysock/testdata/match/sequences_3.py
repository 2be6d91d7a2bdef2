# deque and array are sequences though nothing has imported collections.abc.
from _collections import deque
from array import array


class Own(deque):
    pass


for v in deque([1]), deque(), array('i', [1, 2]), Own([1, 2]), range(2), 'ab', {1: 2}:
    match v:
        case []:
            print('empty')
        case [a]:
            print('one', a)
        case [a, *r]:
            print('more', a, r)
        case _:
            print('none')
