# hashlib and hmac.
from __future__ import print_function
import hashlib, hmac, sys

def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'):
    h = hashlib.new(name)
    h.update(b'abc' * 100)
    c = h.copy()
    c.update(bytearray(b'x'))
    print(name, h.hexdigest(), c.hexdigest(), h.digest_size, h.block_size)
    print(getattr(hashlib, name)(b'abc').hexdigest() == hashlib.new(name, b'abc').hexdigest())
    print(hmac.new(b'key', b'msg', getattr(hashlib, name)).hexdigest())
    print(hmac.new(b'key' * 100, b'msg', hashlib.sha1).digest())
print(repr(hashlib.pbkdf2_hmac('sha1', b'p', b's', 100)))
attempt(hashlib.new, 'none such')
attempt(hmac.compare_digest, 'a', 'a')
attempt(hmac.compare_digest, b'a', b'b')
attempt(hmac.compare_digest, 1, 2)
if sys.version_info[0] == 3:
    for name in sorted(hashlib.algorithms_guaranteed):
        h = hashlib.new(name, b'z' * 333)
        print(name, h.hexdigest(7) if name.startswith('shake') else h.hexdigest(), h.digest_size, h.block_size, h.name)
    print(hashlib.blake2b(b'x' * 1000, digest_size=20, key=b'k', salt=b's', person=b'p', fanout=2, depth=3, leaf_size=4,
                          node_offset=5, node_depth=1, inner_size=7, last_node=True).hexdigest())
    print(hashlib.blake2s(b'x' * 1000, digest_size=20, key=b'k', salt=b's', person=b'p', fanout=2, depth=3, leaf_size=4,
                          node_offset=5, node_depth=1, inner_size=7, last_node=True).hexdigest())
    attempt(hashlib.md5, 'text')
    attempt(hashlib.md5, 5)
    attempt(hashlib.md5, b'a', b'b')
    attempt(hashlib.blake2b, digest_size=65)
    attempt(hashlib.blake2s, key=b'a' * 33)
    attempt(hashlib.shake_128(b'').digest)
    attempt(hashlib.md5().update)
    attempt(hmac.new, 'a', b'b', 'md5')
    attempt(hmac.new, b'a', b'b')
    attempt(hmac.digest, b'a', b'b', 'sha256')
    attempt(hmac.compare_digest, 'a', '\xe9')
    attempt(hmac.compare_digest, 'a', b'a')
    print(hmac.new(b'a', b'b', 'md5').name, type(hashlib.md5()), type(hashlib.shake_128()), hashlib.md5)
else:
    import md5, sha
    print(md5.new('a').hexdigest(), sha.new('a').hexdigest(), hmac.new('a', 'b').hexdigest(), md5.digest_size, sha.blocksize)
    attempt(hashlib.md5, 5)
    attempt(hashlib.md5, u'\xe9')
