# Module struct: formats, sizes, and what it says of wrong values.
from __future__ import print_function
import struct as s, sys

def attempt(text):
    try:
        print(text, '=>', repr(eval(text)))
    except Exception as e:
        print(text, '=>', type(e).__name__, e)

for order in ('', '@', '=', '<', '>', '!'):
    for codes in ('b', 'bh', 'bi', 'bl', 'bq', 'hbHB', 'cfd', '3s?', '5pxh', 'b0q', 'iq', 'xxi'):
        print(order + codes, s.calcsize(order + codes), end=' ')
    print(repr(s.pack(order + 'bhilq', 1, -2, 3, -4, 5)), repr(s.pack(order + 'fd', 1.5, -0.1)))
for line in """s.unpack('>bBhHiIlLqQ', b'\\xff' * 42)
s.unpack('<fd', s.pack('<fd', 1.5, 2.25))
s.pack('3s5s0s', b'abcdef', b'a', b'z')
s.unpack('3sx2s', b'abcdef')
s.pack('4pp', b'abcdef', b'a'), s.unpack('4p', b'\\x09abc')
s.pack('?', []), s.unpack('3?', b'\\0\\1\\2')
s.pack('i')
s.pack('i', 1, 2)
s.pack('i', 'a')
s.pack('b', 200), 
s.pack('B', -1)
s.pack('h', 70000)
s.pack('H', -1)
s.pack('i', 2**31)
s.pack('I', -1)
s.pack('I', 2**40)
s.pack('q', 2**63)
s.pack('Q', -1)
s.pack('>h', 70000)
s.pack('>H', -1)
s.pack('>i', 2**70)
s.pack('>I', 2**33)
s.pack('>q', 2**63)
s.pack('<l', 2**40)
s.pack('c', b'ab')
s.pack('s', 1)
s.pack('f', 'a')
s.pack('f', 1e300)
s.pack('<f', 1e300)
s.pack('P', -1)
s.pack('P', 2**65)
s.pack('z')
s.pack('<P', 1)
s.pack('99999999999999999999s')
s.unpack('i', b'abc')
s.unpack_from('i', b'abc')
s.unpack_from('i', b'abcdefg', 2)
s.unpack_from('i', b'abcdefg', -4)
s.unpack_from('i', b'abcdefg', -8)
s.unpack_from('i', b'abcdefg', 10)
s.unpack_from('i')
s.pack_into('i', bytearray(3), 0, 1)
s.pack_into('i', bytearray(3), -5, 1)
s.pack_into('i', b'abcd', 0, 1)
s.pack_into('i')
s.pack_into('i', bytearray(5))
s.pack_into('i', bytearray(5), 0)
s.calcsize(1)
s.unpack()
s.pack()
s.Struct('ii').size, s.Struct('ii').format, s.Struct(u'ii').size
s.Struct()
s.Struct('i').pack(5), s.Struct('i').unpack(b'abcd')
s.error.__mro__[1:]""".splitlines():
    attempt(line)
b = bytearray(10)
s.pack_into('<hh', b, 2, 1, 2)
s.Struct('>i').pack_into(b, -4, 7)
print(b, s.Struct('<hh').unpack_from(b, 2))

class Index(object):
    def __index__(self):
        return 7

class Header(s.Struct):
    def __init__(self):
        s.Struct.__init__(self, '!HH')

print(repr(s.pack('i', Index())), repr(Header().pack(1, 2)), Header().size)
if sys.version_info[0] == 3:
    for line in """s.pack('2e', 1.5, 65504), s.unpack('<2e', b'\\x01\\x00\\xff\\x7b'), s.unpack('<e', b'\\x00\\xfc')
s.pack('e', 65520.0)
s.pack('<e', 1e-8), s.pack('<e', 5.960464477539063e-08), s.pack('<e', 2049.0)
s.pack('nN', -1, 1)
s.pack('<n', 1)
s.pack('5')
list(s.iter_unpack('>h', b'\\0\\1\\0\\2'))
s.iter_unpack('i', b'abc')
s.iter_unpack('', b'abc')
list(s.Struct('h').iter_unpack(memoryview(b'\\1\\0')))
s.unpack('i', 'abcd')
s.pack('s', 'a')
s.pack('i', 1.0)
s.calcsize('\\xe9')
s.calcsize('i\\0')
s.pack_into('i', bytearray(3), -2, 1)
s.unpack_from('i', b'abcdefg', -2)
s.unpack_from('i', buffer=b'abcdefg', offset=3)
s.calcsize(b'i')""".splitlines():
        attempt(line)
else:
    for line in """s.pack('i', 1.5)
s.unpack('i', u'abcd'), s.unpack('i', bytearray('abcd'))
s.unpack('i', 5)
s.unpack('2I', '\\xff' * 8), s.unpack('Q', '\\xff' * 8), s.unpack('L', '\\1' * 8)
s.pack('5')""".splitlines():
        attempt(line)
