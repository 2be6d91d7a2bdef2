# Literals next to each other in a sum go to the operand before them one by one.
class A:
    def __add__(s, o): print('add', type(o).__name__ if isinstance(o, A) else o); return s
    def __radd__(s, o): print('radd', o); return s
x = A()
x + 'a' + 'b'
'a' + 'b' + x
x + [1] + [2]
x + (1,) + (2,)
x + 'a' + 'b' + x + 'c' + 'd'
y = 'q'
x + y + 'a' + 'b' + y
class T(tuple):
    def __add__(s, o): print('tadd', o); return s
T((1,)) + (2,) + (3,)
print('a' + 'b' + 'c', (1,) + (2,) + (3,), y + 'a' + 'b', 'x' + y + 'a' + 'b' 'c' + 'd')
print(b'a' + b'b' + b'c')
try: 1 + 'a' + 'b'
except TypeError as e: print(e)
try: [] + (1,) + (2,)
except TypeError as e: print(e)
try: y + 'a' + (1,) + (2,)
except TypeError as e: print(e)
for f in (lambda: u'\xe9' + '\xff' + 'abc', lambda: u'\xe9' + b'\xff' + b'abc', lambda: '\xff' + u'a' + 'b', lambda: 'a' + u'\xe9' + u'b'):
    try: print(repr(f()))
    except Exception as e: print(repr(e))
