"""buffer(): a window on the memory of a value."""

import array
import re
import socket
import struct
import sys


def show(f):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e


def where(b):
    print re.sub('0x[0-9a-f]+', '0x', repr(b))


b = buffer('hello world')
for key in 0, -1, 100, 'a', 1.5, slice(2, 5), slice(None, None, 2), slice(5, 5), slice(None, 3):
    show(lambda: b[key])
for f in len, str, list, bool, unicode, max, type, bytearray:
    show(lambda: f(b))
show(lambda: [reversed(b).next(), iter(b).next(), b.__len__(), b.__getslice__(0, 2), b.__str__(), b.__hash__() == hash(b)])

# Made of what, and how much of it.
for args in [(), (5,), (None,), ([],), (memoryview('abc'),), ('a', -1), ('a', 0, -2), ('abc', 1), ('abc', 1, 1), ('abc', 10),
             ('abc', 1, 10), ('abc', 1, -1), ('a', 'b'), ('a', 1.0), ('a', 0, 0, 0), (u'ab',), (bytearray('xyz'), 1),
             (array.array('c', 'abc'),), (b, 3, 4), (buffer(b, 1, 3), 1), (buffer(b, 1, 3), 2, 100),
             ('abc', sys.maxint, sys.maxint), (buffer(b, 5), sys.maxint)]:
    show(lambda: str(buffer(*args)))
show(lambda: buffer(object='a'))
where(b)
where(buffer('abc', 1))
where(buffer(buffer('abcdef', 1, 4), 1))


class Text(str):
    pass


show(lambda: str(buffer(Text('text'))))
try:
    class Window(buffer):
        pass
except TypeError as e:
    print e

# Sums and products are strings.
show(lambda: [b + 'x', b + buffer('x'), b * 2, 2 * b, b * -1, b + bytearray('x')])
show(lambda: b + u'x')
show(lambda: u'x' + b)
show(lambda: 'x' + b)
show(lambda: b + 5)
show(lambda: b * 'a')
show(lambda: b % 3)
show(lambda: bytearray('x') + b)

# Only buffers are equal to buffers.
show(lambda: [b == 'hello world', b == buffer('hello world'), b < buffer('i'), cmp(b, buffer('a')), cmp(b, 'a'), b > 5])
show(lambda: [hash(b) == hash('hello world'), buffer('a') in {'a': 1}, buffer('a') in {buffer('a'): 1}])
show(lambda: ['e' in b, 'ell' in b, 'hello' in b, 5 in b])
show(lambda: sorted([buffer('b'), buffer('a')])[0][:])

# Nothing can be written.
for memory in 'abc', bytearray('abc'), array.array('c', 'abc'):
    w = buffer(memory)
    for statement in "w[0] = 'x'", "w[0:1] = 'x'", 'w[0] = 5', "w['a'] = 5", 'del w[0]', 'del w[0:1]', 'w.x = 1', 'w.x':
        try:
            exec statement
        except Exception as e:
            print statement, type(e).__name__, e

# It follows what it shows.
memory = bytearray('abc')
w = buffer(memory, 1)
memory.extend('defg')
show(lambda: str(w))
memory[1:3] = 'XY'
show(lambda: str(w))
del memory[:]
show(lambda: (len(w), str(w)))

# Where bytes are asked for.
show(lambda: [struct.unpack('<H', buffer('ab')), int(buffer('12')), long(buffer('12')), float(buffer('1.5'))])
show(lambda: ['%s' % b, u'%s' % b, 'hello'.find(buffer('l')), 'a,b'.split(buffer(',')), 'hello'.startswith('h')])
show(lambda: 'hello'.replace(buffer('l'), buffer('m')))
show(lambda: ''.join(['a', b]))
show(lambda: u''.join([u'a', b]))
show(lambda: ''.join([bytearray('a')]))
show(lambda: eval(buffer('1 + 1')))
show(lambda: eval(bytearray('1 + 1')))
show(lambda: eval(compile(buffer('1 + 1'), '', 'eval')))
show(lambda: eval(5))
show(lambda: compile(5, '', 'eval'))
show(lambda: ord(buffer('a')))
show(lambda: isinstance(b, basestring))
show(lambda: memoryview(b).tobytes())
sys.stdout.write(b)
sys.stdout.write(buffer('\n'))
s, t = socket.socketpair()
show(lambda: [s.send(b), t.recv(30), s.sendall(buffer('xyz', 1)), t.recv(30)])
show(lambda: s.recv_into(buffer('abc')))
