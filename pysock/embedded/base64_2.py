"""Bytes as text: base16, base32 and base64 (RFC 3548)."""

import binascii
from string import maketrans as _maketrans

__all__ = ['encode', 'decode', 'encodestring', 'decodestring',
           'b64encode', 'b64decode', 'b32encode', 'b32decode',
           'b16encode', 'b16decode', 'standard_b64encode', 'standard_b64decode',
           'urlsafe_b64encode', 'urlsafe_b64decode']

EMPTYSTRING = ''
MAXLINESIZE = 76
MAXBINSIZE = 57  # bytes that make a line


def b64encode(s, altchars=None):
    """Encode in base64. altchars are the letters instead of + and /."""
    encoded = binascii.b2a_base64(s)[:-1]
    if altchars is not None:
        return encoded.translate(_maketrans('+/', altchars[:2]))
    return encoded


def b64decode(s, altchars=None):
    """Decode base64; it raises TypeError where s is wrong."""
    if altchars is not None:
        s = s.translate(_maketrans(altchars[:2], '+/'))
    try:
        return binascii.a2b_base64(s)
    except binascii.Error as msg:
        raise TypeError(msg)


def standard_b64encode(s):
    """Encode with the usual alphabet."""
    return b64encode(s)


def standard_b64decode(s):
    """Decode the usual alphabet."""
    return b64decode(s)


_to_url = _maketrans('+/', '-_')
_from_url = _maketrans('-_', '+/')


def urlsafe_b64encode(s):
    """Encode with - and _ instead of + and /."""
    return b64encode(s).translate(_to_url)


def urlsafe_b64decode(s):
    """Decode with - and _ instead of + and /."""
    return b64decode(s.translate(_from_url))


_b32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def b32encode(s):
    """Encode in base32."""
    parts = []
    left = -len(s) % 5
    s += '\0' * left
    for i in range(0, len(s), 5):
        n = int(binascii.hexlify(s[i:i + 5]), 16)
        parts.extend(_b32[n >> shift & 31] for shift in range(35, -1, -5))
    pad = (0, 1, 3, 4, 6)[left]
    if pad:
        parts[-pad:] = '=' * pad
    return EMPTYSTRING.join(parts)


def b32decode(s, casefold=False, map01=None):
    """Decode base32. casefold takes small letters; map01 is the letter that 1
    stands for, where 0 stands for O."""
    if len(s) % 8:
        raise TypeError('Incorrect padding')
    if map01:
        s = s.translate(_maketrans('01', 'O' + map01))
    if casefold:
        s = s.upper()
    size = len(s)
    s = s.rstrip('=')
    pad = size - len(s)
    parts = []
    for i in range(0, len(s), 8):
        n = 0
        part = s[i:i + 8]
        for c in part:
            if c not in _b32:
                raise TypeError('Non-base32 digit found')
            n = n << 5 | _b32.index(c)
        n <<= 5 * (8 - len(part))
        parts.append(binascii.unhexlify('%010x' % n))
    if pad not in (0, 1, 3, 4, 6):
        raise TypeError('Incorrect padding')
    if pad and parts:
        parts[-1] = parts[-1][:(43 - 5 * pad) // 8]
    return EMPTYSTRING.join(parts)


def b16encode(s):
    """Encode in base16."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """Decode base16; casefold takes small letters too."""
    if casefold:
        s = s.upper()
    for c in s:
        if c not in '0123456789ABCDEF':
            raise TypeError('Non-base16 digit found')
    return binascii.unhexlify(s)


def encode(input, output):
    """Encode a file to another one."""
    while True:
        s = input.read(MAXBINSIZE)
        if not s:
            break
        while len(s) < MAXBINSIZE:
            more = input.read(MAXBINSIZE - len(s))
            if not more:
                break
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    """Decode a file of lines to another one."""
    while True:
        line = input.readline()
        if not line:
            break
        output.write(binascii.a2b_base64(line))


def encodestring(s):
    """Encode in lines of 76 characters."""
    return EMPTYSTRING.join(binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE))


def decodestring(s):
    """Decode lines."""
    return binascii.a2b_base64(s)
