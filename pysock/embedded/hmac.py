"""HMAC: hashes with a key, by which messages are authenticated (RFC 2104)."""

import sys
import hashlib as _hashlib
from _hashlib import compare_digest

_py3 = sys.version_info[0] == 3

trans_5C = bytes(bytearray(x ^ 0x5C for x in range(256)))
trans_36 = bytes(bytearray(x ^ 0x36 for x in range(256)))

digest_size = None  # of an HMAC: it is that of its hash


def _warn(message):
    import warnings
    warnings.warn(message, RuntimeWarning, 4)


def _constructor(digestmod):
    """The function that makes a hash object of its first data."""
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str if _py3 else basestring):
        return lambda d=b'': _hashlib.new(digestmod, d)
    return lambda d=b'': digestmod.new(d)


class HMAC(object):
    """A hash with a key. digestmod is the name of a hash, a constructor, or a
    module with a function new()."""

    blocksize = 64  # 512 bits; most hashes say themselves

    def __init__(self, key, msg=None, digestmod='' if _py3 else None):
        if _py3:
            if not isinstance(key, (bytes, bytearray)):
                raise TypeError('key: expected bytes or bytearray, but got %r' % type(key).__name__)
            if not digestmod:
                raise TypeError("Missing required parameter 'digestmod'.")
        elif digestmod is None:
            digestmod = _hashlib.md5
        make = _constructor(digestmod)
        self._init(key, msg, make)

    def _init(self, key, msg, make):
        self.digest_cons = make
        self.outer = make()
        self.inner = make()
        self.digest_size = self.inner.digest_size
        if hasattr(self.inner, 'block_size'):
            blocksize = self.inner.block_size
            if blocksize < 16:
                _warn('block_size of %d seems too small; using our default of %d.' % (blocksize, self.blocksize))
                blocksize = self.blocksize
        else:
            _warn('No block_size attribute on given digest object; Assuming %d.' % self.blocksize)
            blocksize = self.blocksize
        self.block_size = blocksize
        if len(key) > blocksize:
            key = make(key).digest()
        key = bytes(key).ljust(blocksize, b'\0')
        self.outer.update(key.translate(trans_5C))
        self.inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return 'hmac-' + self.inner.name

    def update(self, msg):
        """Feed data."""
        self.inner.update(msg)

    def copy(self):
        """An independent one in the same state."""
        other = self.__class__.__new__(self.__class__)
        other.digest_size = self.digest_size
        other.block_size = self.block_size
        other.digest_cons = self.digest_cons
        other.inner = self.inner.copy()
        other.outer = self.outer.copy()
        return other

    def _current(self):
        h = self.outer.copy()
        h.update(self.inner.digest())
        return h

    def digest(self):
        """The hash of what was fed so far, in bytes."""
        return self._current().digest()

    def hexdigest(self):
        """digest() in hexadecimal digits."""
        return self._current().hexdigest()


def new(key, msg=None, digestmod='' if _py3 else None):
    """A hash with a key, fed with msg."""
    return HMAC(key, msg, digestmod)


if _py3:
    def digest(key, msg, digest):
        """new(key, msg, digest).digest()"""
        return HMAC(key, msg, digest).digest()
