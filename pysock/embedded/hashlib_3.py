"""Hash functions: md5, sha1, sha256, sha512, sha3_256, shake_128, blake2b, ...

    hashlib.sha256(b'some bytes').hexdigest()
"""

import _hashlib
from _hashlib import (
    openssl_md5 as md5, openssl_sha1 as sha1, openssl_sha224 as sha224,
    openssl_sha256 as sha256, openssl_sha384 as sha384, openssl_sha512 as sha512,
    openssl_sha3_224 as sha3_224, openssl_sha3_256 as sha3_256,
    openssl_sha3_384 as sha3_384, openssl_sha3_512 as sha3_512,
    openssl_shake_128 as shake_128, openssl_shake_256 as shake_256,
    blake2b, blake2s, pbkdf2_hmac)

algorithms_guaranteed = {
    'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'blake2b', 'blake2s',
    'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256'}
algorithms_available = algorithms_guaranteed | {'sha512_224', 'sha512_256'}

__all__ = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512',
           'blake2b', 'blake2s', 'sha3_224', 'sha3_256', 'sha3_384',
           'sha3_512', 'shake_128', 'shake_256', 'new', 'algorithms_guaranteed',
           'algorithms_available', 'pbkdf2_hmac', 'file_digest')

__absent__ = {'scrypt': 'there is no scrypt in what this is built on; pbkdf2_hmac is there'}


def new(name, data=b'', **kwargs):
    """A hash object of the algorithm of that name, fed with data."""
    if name in ('blake2b', 'blake2s'):
        return globals()[name](data, **kwargs)
    return _hashlib.new(name, data, **kwargs)


def file_digest(fileobj, digest, /, *, _bufsize=2**18):
    """Hash the rest of a file. digest is a name or a constructor."""
    digestobj = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, 'getbuffer'):
        digestobj.update(fileobj.getbuffer())
        return digestobj
    if not (hasattr(fileobj, 'readinto') and hasattr(fileobj, 'readable') and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buf = bytearray(_bufsize)
    view = memoryview(buf)
    while size := fileobj.readinto(buf):
        digestobj.update(view[:size])
    return digestobj
