# What errors and reprs of built-in classes say of derived classes, of None, and of
# long text.
from __future__ import print_function
import collections
class I(int): pass
class L(list): pass
class B(bytearray): pass
class De(collections.deque): pass
class E1(Exception): pass
class E2(E1):
    def __new__(cls): return object.__new__(cls)
class J(I):
    def __new__(cls): return object.__new__(cls)
def t(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)
for c in E1, E2, I, J, int, bool, L, B, De, collections.deque, type, OSError, KeyError: t(object.__new__, c)
t(E2)
t(J)
for c in E1, E2, KeyError, int, De, object: t(BaseException.__new__, c)
t(B); t(B, b"x'"); t(str, B(b'a'))
t(type, 'T', (), None); t(type, 'T', None, {}); t(type, None, (), {}); t(type, 'T', (), 1); t(type, 'T', 1, {})
t(float.fromhex, 1); t(float.fromhex, None)
for s in '1' * 250 + 'x', 'x' * 199, 'x' * 200, 'x' * 201, "'" * 250, '\n' * 150 + 'x' + '\n' * 150:
    t(int, s); t(int, s, 16); t(int, bytearray(s.encode('ascii')))
t(int, u'\xe9' * 10)
