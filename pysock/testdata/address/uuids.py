# uuid: of names, of bytes, of fields, and what is refused.
from __future__ import print_function
import uuid
def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)
u = uuid.UUID('12345678-1234-5678-1234-567812345678')
print(u, repr(u), u.hex, u.urn, u.int, u.variant, u.version, u.fields, repr(u.bytes), repr(u.bytes_le))
print(uuid.uuid3(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'))
print(uuid.UUID(bytes=u.bytes) == u, uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u, uuid.UUID(int=u.int) == u, uuid.UUID('{' + str(u) + '}') == u)
r = uuid.uuid4()
print(r.version, r.variant, len(str(r)), uuid.uuid4() != r, uuid.uuid1().version, uuid.uuid1(node=5).node, hash(u) == hash(uuid.UUID(u.hex)))
attempt(uuid.UUID, 'x')
attempt(uuid.UUID)
attempt(uuid.UUID, bytes=b'1')
attempt(uuid.UUID, int=-1)
attempt(uuid.UUID, int=1, version=9)
attempt(setattr, u, 'int', 5)
