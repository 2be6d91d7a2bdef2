# Module UserString: its two classes, and what derives from them.
import UserString
from UserString import UserString as US, MutableString


class Loud(US):
    def upper(self):
        return 'LOUD ' + US.upper(self)


u = US('hello')
print repr(u), u == 'hello', u == US('hello'), hash(u) == hash('hello'), u < 'jello', len(u), u[1], type(u[1]).__name__, u[1:3]
print u + ' world', 'say ' + u, u * 2, 2 * u, US('%s and %d') % ('a', 2), 'l' in u, u.find('l'), u.count('l')
print u.upper(), type(u.upper()).__name__, u.split('l'), u.join(['a', 'b']), u.startswith('he'), u.replace('l', 'L')
print US('42').__int__(), int(US('42')), float(US('1.5')), US(3), repr(US(u'caf\xe9')), US(u)
print repr(Loud('x').upper()), type(Loud('x').lower()).__name__
m = MutableString('abcdef')
m[0] = 'A'
m[-1] = 'F'
del m[1]
m[1:2] = 'xyz'
m += '!'
m[2:0:-1] = 'ba'
print m, m.immutable(), type(m.immutable()).__name__
m *= 2
m.insert(1, '--')
print m
for f in lambda: hash(m), lambda: m.__setitem__(99, 'x'), lambda: m.__delitem__(99), lambda: m.__setitem__(slice(None, None, 2), 'x'), lambda: m.__delitem__(slice(0, 4, 3)):
    try:
        f()
    except (TypeError, IndexError) as e:
        print type(e).__name__, e
