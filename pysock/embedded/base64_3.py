"""Bytes as text: base16, base32, base64 (RFC 4648), base85 and Ascii85."""

import binascii

__all__ = ['encode', 'decode', 'encodebytes', 'decodebytes',
           'b64encode', 'b64decode', 'b32encode', 'b32decode',
           'b32hexencode', 'b32hexdecode', 'b16encode', 'b16decode',
           'b85encode', 'b85decode', 'a85encode', 'a85decode',
           'standard_b64encode', 'standard_b64decode',
           'urlsafe_b64encode', 'urlsafe_b64decode']

MAXLINESIZE = 76
MAXBINSIZE = 57  # bytes that make a line

_b32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_b32hex = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_b85 = (b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
        b'!#$%&()*+-;<=>?@^_`{|}~')
_a85 = bytes(range(33, 118))


def _bytes_from_decode_data(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError('argument should be a bytes-like object or ASCII '
                        'string, not %r' % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    """Encode in base64. altchars are the letters instead of + and /."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """Decode base64; validate refuses what isn't in the alphabet."""
    s = _bytes_from_decode_data(s)
    if altchars is not None:
        altchars = _bytes_from_decode_data(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Encode with the usual alphabet."""
    return b64encode(s)


def standard_b64decode(s):
    """Decode the usual alphabet."""
    return b64decode(s)


_to_url = bytes.maketrans(b'+/', b'-_')
_from_url = bytes.maketrans(b'-_', b'+/')


def urlsafe_b64encode(s):
    """Encode with - and _ instead of + and /."""
    return b64encode(s).translate(_to_url)


def urlsafe_b64decode(s):
    """Decode with - and _ instead of + and /."""
    return b64decode(_bytes_from_decode_data(s).translate(_from_url))


def _encode32(alphabet, s):
    s = memoryview(s).tobytes()
    left = -len(s) % 5
    s += bytes(left)
    digits = bytearray()
    for i in range(0, len(s), 5):
        n = int.from_bytes(s[i:i + 5], 'big')
        digits += bytes([alphabet[n >> shift & 31] for shift in range(35, -1, -5)])
    pad = (0, 1, 3, 4, 6)[left]
    return bytes(digits[:len(digits) - pad]) + b'=' * pad


def _decode32(alphabet, s, casefold=False, map01=None):
    s = _bytes_from_decode_data(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        one = _bytes_from_decode_data(map01)
        assert len(one) == 1, repr(one)
        s = s.translate(bytes.maketrans(b'01', b'O' + one))
    digits = (s.upper() if casefold else s).rstrip(b'=')
    if digits.translate(None, alphabet):
        raise binascii.Error('Non-base32 digit found')
    if len(s) - len(digits) not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    # The digits of this alphabet are those that int takes.
    n = int(digits.translate(bytes.maketrans(alphabet, _b32hex)) or b'0', 32)
    size, rest = divmod(5 * len(digits), 8)
    return (n >> rest).to_bytes(size, 'big')


def b32encode(s):
    """Encode in base32."""
    return _encode32(_b32, s)


def b32decode(s, casefold=False, map01=None):
    """Decode base32. casefold takes small letters; map01 is the letter that 1
    stands for, where 0 stands for O."""
    return _decode32(_b32, s, casefold, map01)


def b32hexencode(s):
    """Encode in base32 with the digits of hexadecimal numbers, and more."""
    return _encode32(_b32hex, s)


def b32hexdecode(s, casefold=False):
    """Decode base32 of these digits."""
    return _decode32(_b32hex, s, casefold)


def b16encode(s):
    """Encode in base16."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """Decode base16; casefold takes small letters too."""
    s = _bytes_from_decode_data(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b'0123456789ABCDEF'):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


def _encode85(b, chars, pad=False, foldnuls=False, foldspaces=False):
    if not isinstance(b, (bytes, bytearray)):
        b = memoryview(b).tobytes()
    left = -len(b) % 4
    b = bytes(b) + bytes(left)
    chunks = []
    for i in range(0, len(b), 4):
        n = int.from_bytes(b[i:i + 4], 'big')
        if foldnuls and not n:
            chunks.append(b'z')
        elif foldspaces and n == 0x20202020:
            chunks.append(b'y')
        else:
            digits = []
            for _ in range(5):
                n, d = divmod(n, 85)
                digits.append(chars[d])
            chunks.append(bytes(digits[::-1]))
    if left and not pad:
        if chunks[-1] == b'z':
            chunks[-1] = chars[0:1] * 5
        chunks[-1] = chunks[-1][:-left]
    return b''.join(chunks)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Encode in Ascii85, as btoa did. adobe puts <~ and ~> around."""
    result = _encode85(b, _a85, pad, True, foldspaces)
    if adobe:
        result = b'<~' + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        result = b'\n'.join(lines)
    return result + b'~>' if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    """Decode Ascii85."""
    b = _bytes_from_decode_data(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError('Ascii85 encoded byte sequences must end with {!r}'.format(b'~>'))
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    out, digits = bytearray(), []
    for c in b + b'u' * 4:
        if 33 <= c <= 117:
            digits.append(c - 33)
            if len(digits) == 5:
                n = 0
                for d in digits:
                    n = n * 85 + d
                if n > 0xFFFFFFFF:
                    raise ValueError('Ascii85 overflow') from None
                out += n.to_bytes(4, 'big')
                digits = []
        elif c == 122:
            if digits:
                raise ValueError('z inside Ascii85 5-tuple')
            out += b'\0\0\0\0'
        elif foldspaces and c == 121:
            if digits:
                raise ValueError('y inside Ascii85 5-tuple')
            out += b'    '
        elif c not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % c)
    drop = 4 - len(digits)
    return bytes(out[:-drop] if drop else out)


def b85encode(b, pad=False):
    """Encode in the base85 of git and Mercurial."""
    return _encode85(b, _b85, pad)


def b85decode(b):
    """Decode base85."""
    b = _bytes_from_decode_data(b)
    value = {c: i for i, c in enumerate(_b85)}
    pad = -len(b) % 5
    b = bytes(b) + b'~' * pad
    out = bytearray()
    for i in range(0, len(b), 5):
        n = 0
        for j, c in enumerate(b[i:i + 5]):
            if c not in value:
                raise ValueError('bad base85 character at position %d' % (i + j))
            n = n * 85 + value[c]
        if n > 0xFFFFFFFF:
            raise ValueError('base85 overflow in hunk starting at byte %d' % i)
        out += n.to_bytes(4, 'big')
    return bytes(out[:-pad] if pad else out)


def encode(input, output):
    """Encode a file of bytes to another one."""
    while s := input.read(MAXBINSIZE):
        while len(s) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(s))):
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    """Decode a file of lines to another one."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _input_type_check(s):
    try:
        m = memoryview(s)
    except TypeError as err:
        raise TypeError('expected bytes-like object, not %s' % s.__class__.__name__) from err
    if m.format not in ('c', 'b', 'B'):
        raise TypeError('expected single byte elements, not %r from %s' % (m.format, s.__class__.__name__))
    if m.ndim != 1:
        raise TypeError('expected 1-D data, not %d-D data from %s' % (m.ndim, s.__class__.__name__))


def encodebytes(s):
    """Encode in lines of 76 characters."""
    _input_type_check(s)
    return b''.join(binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE))


def decodebytes(s):
    """Decode lines."""
    _input_type_check(s)
    return binascii.a2b_base64(s)
