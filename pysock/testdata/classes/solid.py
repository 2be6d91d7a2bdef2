# Which built-in types can't be bases of one class.
types = (int, str, list, dict, tuple, set, frozenset, float, complex, Exception, OSError, SyntaxError,
         UnicodeDecodeError, KeyError, SystemExit, bytearray, property, type, object, BaseException, staticmethod)
for a in types:
    for b in types:
        try:
            type('X', (a, b), {})
            print('%s %s' % (a.__name__, b.__name__))
        except TypeError as e:
            if 'resolution' not in str(e):
                print('%s %s %s' % (a.__name__, b.__name__, e))
class E(KeyError, AttributeError): pass
try:
    class F(E, str): pass
except TypeError as e:
    print(e)
