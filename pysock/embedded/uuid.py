"""Identifiers that nobody else has (RFC 4122)."""

import os
import sys
import time

_py3 = sys.version_info[0] == 3
_long = int if _py3 else long

RESERVED_NCS = 'reserved for NCS compatibility'
RFC_4122 = 'specified in RFC 4122'
RESERVED_MICROSOFT = 'reserved for Microsoft compatibility'
RESERVED_FUTURE = 'reserved for future definition'

if _py3:
    from enum import Enum

    class SafeUUID(Enum):
        safe = 0
        unsafe = -1
        unknown = None


class UUID(object):
    """UUID(hex=, bytes=, bytes_le=, fields=, int=, version=): 128 bits."""

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, **kwargs):
        is_safe = kwargs.pop('is_safe', SafeUUID.unknown) if _py3 else None
        given = [hex, bytes, bytes_le, fields, int]
        if given.count(None) != 4:
            if _py3:
                raise TypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given')
            raise TypeError('need one of hex, bytes, bytes_le, fields, or int')
        if hex is not None:
            hex = hex.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
            if len(hex) != 32:
                raise ValueError('badly formed hexadecimal UUID string')
            int = _long(hex, 16)
        if bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError('bytes_le is not a 16-char string')
            bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError('bytes is not a 16-char string')
            from binascii import hexlify
            int = _long(hexlify(bytes), 16)
        if fields is not None:
            if len(fields) != 6:
                raise ValueError('fields is not a 6-tuple')
            for i, (n, bits) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48))):
                if not 0 <= n < 1 << bits:
                    raise ValueError('field %d out of range (need a%s %d-bit value)' % (i + 1, 'n' if bits == 8 else '', bits))
            low, mid, high, variant, clock, node = fields
            int = (_long(low) << 96 | _long(mid) << 80 | _long(high) << 64 | _long(variant) << 56 | _long(clock) << 48
                   | _long(node))
        if not 0 <= int < 1 << 128:
            raise ValueError('int is out of range (need a 128-bit value)')
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError('illegal version number')
            int = int & ~(0xc000 << 48) | 0x8000 << 48
            int = int & ~(0xf000 << 64) | version << 76
        self.__dict__['int'] = int
        if _py3:
            self.__dict__['is_safe'] = is_safe

    def __setattr__(self, name, value):
        raise TypeError('UUID objects are immutable')

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __ne__(self, other):
        return self.int != other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, str(self))

    def __str__(self):
        h = '%032x' % self.int
        return '-'.join((h[:8], h[8:12], h[12:16], h[16:20], h[20:]))

    def __getstate__(self):
        return {'int': self.int}

    def __setstate__(self, state):
        self.__dict__['int'] = state['int']
        if _py3:
            self.__dict__['is_safe'] = SafeUUID.unknown

    @property
    def bytes(self):
        from binascii import unhexlify
        return unhexlify('%032x' % self.int)

    @property
    def bytes_le(self):
        b = self.bytes
        return b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:]

    @property
    def fields(self):
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low, self.node)

    time_low = property(lambda self: self.int >> 96)
    time_mid = property(lambda self: self.int >> 80 & 0xffff)
    time_hi_version = property(lambda self: self.int >> 64 & 0xffff)
    clock_seq_hi_variant = property(lambda self: self.int >> 56 & 0xff)
    clock_seq_low = property(lambda self: self.int >> 48 & 0xff)
    time = property(lambda self: (self.time_hi_version & 0x0fff) << 48 | self.time_mid << 32 | self.time_low)
    clock_seq = property(lambda self: (self.clock_seq_hi_variant & 0x3f) << 8 | self.clock_seq_low)
    node = property(lambda self: self.int & 0xffffffffffff)
    hex = property(lambda self: '%032x' % self.int)
    urn = property(lambda self: 'urn:uuid:' + str(self))

    @property
    def variant(self):
        if not self.int & 0x8000 << 48:
            return RESERVED_NCS
        if not self.int & 0x4000 << 48:
            return RFC_4122
        return RESERVED_FUTURE if self.int & 0x2000 << 48 else RESERVED_MICROSOFT

    @property
    def version(self):
        return int(self.int >> 76 & 0xf) if self.variant == RFC_4122 else None


_node = None
_last_timestamp = None


def getnode():
    """The hardware address of this machine, or a random number."""
    global _node
    if _node is None:
        try:
            for name in sorted(os.listdir('/sys/class/net')):
                with open('/sys/class/net/%s/address' % name) as f:
                    n = int(f.read().strip().replace(':', '') or '0', 16)
                if n and n < 1 << 48:
                    _node = n
                    break
        except (OSError, IOError, ValueError):
            pass
        if _node is None:
            import random
            _node = random.getrandbits(48) | 1 << 40
    return _node


def uuid1(node=None, clock_seq=None):
    """An identifier of the machine and the time."""
    global _last_timestamp
    timestamp = int(time.time() * 1e7) + 0x01b21dd213814000
    if _last_timestamp is not None and timestamp <= _last_timestamp:
        timestamp = _last_timestamp + 1
    _last_timestamp = timestamp
    if clock_seq is None:
        import random
        clock_seq = random.getrandbits(14)
    if node is None:
        node = getnode()
    return UUID(fields=(timestamp & 0xffffffff, timestamp >> 32 & 0xffff, timestamp >> 48 & 0x0fff,
                        clock_seq >> 8 & 0x3f, clock_seq & 0xff, node), version=1)


def _named(hash, namespace, name, version):
    if not isinstance(name, bytes):
        name = name.encode('utf-8')
    return UUID(bytes=hash(namespace.bytes + name).digest()[:16], version=version)


def uuid3(namespace, name):
    """An identifier of a name, by MD5."""
    from hashlib import md5
    return _named(md5, namespace, name, 3)


def uuid4():
    """A random identifier."""
    return UUID(bytes=os.urandom(16), version=4)


def uuid5(namespace, name):
    """An identifier of a name, by SHA-1."""
    from hashlib import sha1
    return _named(sha1, namespace, name, 5)


NAMESPACE_DNS = UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_URL = UUID('6ba7b811-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_OID = UUID('6ba7b812-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_X500 = UUID('6ba7b814-9dad-11d1-80b4-00c04fd430c8')
