# What binascii makes of bytes, and what it refuses.
from __future__ import print_function
import binascii as b, sys

def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

data = bytes(bytearray(range(256)))
print(repr(b.hexlify(data[:20])), repr(b.unhexlify(b'00ffAb')), b.unhexlify(b.hexlify(data)) == data)
print(repr(b.b2a_base64(data[:50])), b.a2b_base64(b.b2a_base64(data)) == data)
for text in (b'YQ==', b'YQ', b'YQ=', b'Y', b'Y=Q==', b'YWJj\nZGVm', b'!YW!Jj!', b'====', b'YQ==YQ==', b'', b'YWJjZA==\n', b'Y\xffWJj'):
    attempt(b.a2b_base64, text)
for text in (b'a', b'zz', b'', b'0G'):
    attempt(b.unhexlify, text)
print(repr(b.b2a_uu(data[:45])), repr(b.a2b_uu(b.b2a_uu(b'hello'))))
attempt(b.b2a_uu, b'x' * 46)
attempt(b.a2b_uu, b'\x05abc')
attempt(b.a2b_uu, b'!abcdef')
attempt(b.a2b_uu, b'')
print(b.crc32(b'hello'), b.crc32(b'world', b.crc32(b'hello')), b.crc32(b'', -1), b.crc_hqx(b'hello', 7))
for args in ((b'a=b\xff .\n.\n  end \n',), (b'tab\t and space ', True), (b'x' * 200,), (b'a\r\nb\n', False, False), (b'a b_c', False, True, True)):
    print(repr(b.b2a_qp(*args)))
for args in ((b'=41=3d=\nx=\r\ny==z=4',), (b'a_b', True), (b'=zz',)):
    print(repr(b.a2b_qp(*args)))
if sys.version_info[0] == 3:
    attempt(b.hexlify, b'abcde', ':')
    attempt(b.hexlify, b'abcde', b'-', 2)
    attempt(b.hexlify, b'abcde', '-', -2)
    attempt(b.hexlify, b'abcde', '--')
    attempt(b.hexlify, 'a')
    attempt(b.unhexlify, '61')
    attempt(b.unhexlify, '\xe9')
    attempt(b.unhexlify, 5)
    attempt(b.b2a_base64, b'a', newline=False)
    attempt(b.b2a_base64)
    attempt(b.b2a_uu, b'\0a', backtick=True)
    for text in (b'=', b'YQ==a', b'Y Q==', b'Y=Q==', b'YQ=='):
        attempt(b.a2b_base64, text, strict_mode=True)
    attempt(b.crc32, 'a')
    attempt(b.crc32, b'a', 1.5)
else:
    attempt(b.hexlify, 5)
    attempt(b.hexlify, u'\xe9')
    coded = b.b2a_hqx(b.rlecode_hqx('aaaaaaabc\x90\x90'))
    print(repr(coded), repr(b.a2b_hqx(coded + ':')))
    attempt(b.a2b_hqx, coded[:-1])
    attempt(b.a2b_hqx, '\x80')
    attempt(b.rledecode_hqx, 'a\x90\x05b')
    attempt(b.rledecode_hqx, '\x90\x05')
    attempt(b.rledecode_hqx, 'a\x90')

# the codec's own exception, where nobody wraps it
import codecs
for data in b"414", b"xx":
    try:
        codecs.lookup("hex").decode(data, "strict")
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
