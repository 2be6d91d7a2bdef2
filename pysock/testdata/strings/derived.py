# Special methods that return a string of a derived class: str() and repr() return it as it is.
from __future__ import print_function


class S(str):
    def __repr__(self):
        return 'S(' + str.__repr__(self) + ')'


class B(bytes):
    pass


class T(object):
    def __str__(self):
        return S('s')

    def __repr__(self):
        return S('r')

    def __bytes__(self):
        return B(b'b')


class Own(str):
    def __str__(self):
        return self


print(type(str(T())).__name__, type(repr(T())).__name__, type(str(Own('a'))).__name__, type(str(S('a'))).__name__)
print(str(T()) == 's', repr(T()) == 'r', [T()])
if str is not bytes:
    print(type(bytes(T())).__name__, type(bytes(B(b'a'))).__name__, int.from_bytes(T(), 'big'))
