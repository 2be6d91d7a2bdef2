"""Hash functions: md5, sha1, sha224, sha256, sha384 and sha512.

    hashlib.md5('some bytes').hexdigest()
"""

from _hashlib import (
    new, pbkdf2_hmac, openssl_md5 as md5, openssl_sha1 as sha1,
    openssl_sha224 as sha224, openssl_sha256 as sha256, openssl_sha384 as sha384,
    openssl_sha512 as sha512)

algorithms = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512')
algorithms_guaranteed = set(algorithms)
algorithms_available = set(algorithms)

__all__ = algorithms + ('new', 'algorithms_guaranteed', 'algorithms_available',
                        'algorithms', 'pbkdf2_hmac')
