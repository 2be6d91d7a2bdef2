# What doctest finds in a script that does nothing else with its own variables.
"""Numbers.

>>> twice(2)
4
>>> twice('a')
'aaa'
"""
from __future__ import print_function


def twice(x):
    """Return 2 * x.

    >>> twice(3)
    6
    >>> twice(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'int' and 'NoneType'
    """
    return 2 * x


class Pair(object):
    """Two values.

    >>> Pair(1, 2).swapped().b
    1
    """

    def __init__(self, a, b):
        self.a, self.b = a, b

    def swapped(self):
        """
        >>> Pair(1, 2).swapped().a
        3
        """
        return Pair(self.b, self.a)


if __name__ == '__main__':
    import doctest
    print(doctest.testmod())
