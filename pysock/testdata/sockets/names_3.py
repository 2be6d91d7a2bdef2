# The names of the modules, and the values of their constants.
import select
import socket

# What stands for modules that socket.py imports, and for what only it uses.
internal = {'IntEnum', 'IntFlag', 'array', 'CAPI'}
for m in socket, select:
    for n in sorted(dir(m)):
        if n.startswith('_') or n in internal:
            continue
        v = getattr(m, n)
        print(m.__name__, n, int(v) if isinstance(v, int) else '')
# CPython has sendmsg_afalg for AF_ALG.
for c in socket.socket, socket.SocketIO, select.epoll, type(select.poll()):
    print(c.__name__, [n for n in dir(c) if not n.startswith('_') and n != 'sendmsg_afalg'])
for v in (socket.AF_INET, socket.SOCK_DGRAM, socket.MSG_PEEK, socket.AI_PASSIVE, socket.AI_PASSIVE | socket.AI_ALL,
          socket.AddressFamily(10), socket.SocketKind.SOCK_RAW, socket.MsgFlag(3), socket.socket().family):
    print(repr(v), v, v.name, v.value, v == int(v))
print(sorted(socket.SocketKind.__members__))
for f in 'fromshare', 'ioctl':
    print(hasattr(socket, f))
