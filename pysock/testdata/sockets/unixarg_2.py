# What names a UNIX socket: text or a read-only buffer.
import array
import socket

for a in [bytearray(b'\0pinned'), memoryview('\0seen'), array.array('c', 'abc'), 3, None,
          u'/\xe9', 'x' * 108, '\0' + 'x' * 108]:
    s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    try:
        s.bind(a)
    except Exception as e:
        print type(e), e
