import socket
s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
print(s.family == socket.AF_INET, s.type == socket.SOCK_STREAM, hash(socket.AF_INET) == hash(2), socket.AF_INET == 2, 2 == socket.AF_INET, socket.AF_INET < 10)
d = {socket.AF_INET: 1}
print(d[2], socket.AF_INET in d, socket.AF_INET + 1, s.family is socket.AF_INET)
for r in socket.getaddrinfo('127.0.0.1', 80, socket.AF_INET, socket.SOCK_STREAM): pass
print('%d' % socket.AF_INET, bool(socket.AF_INET), -socket.AF_INET)
print(repr(s).count('family=2, type=1'))
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.close()
import enum, pickle, copy
print(list(socket.AddressFamily)[:4], isinstance(socket.AF_INET, enum.IntEnum), isinstance(socket.MSG_PEEK, enum.IntFlag))
print(socket.AddressFamily['AF_INET'] is socket.AF_INET, socket.AddressFamily(2) is socket.AF_INET, socket.AddressFamily)
print(repr(socket.MSG_PEEK | socket.MSG_OOB), str(socket.MSG_PEEK), format(socket.AF_INET), f'{socket.AF_INET:>5}', socket.MSG_PEEK & 3, ~socket.MSG_PEEK)
print(pickle.loads(pickle.dumps(socket.AF_INET)) is socket.AF_INET, copy.copy(socket.AF_INET) is socket.AF_INET, copy.deepcopy(socket.AF_INET) is socket.AF_INET)
print(pickle.dumps(socket.AF_INET, 2), pickle.dumps(socket.MSG_PEEK|socket.MSG_OOB,0))
print(type(socket.AF_INET), type(socket.AF_INET).__mro__, socket.AF_INET.name, socket.AF_INET.value, socket.AddressFamily.AF_INET6.name)
print(dict(socket.AddressFamily.__members__)['AF_UNIX'], len(socket.SocketKind), socket.AF_INET in socket.AddressFamily)
match s.family:
    case socket.AddressFamily.AF_INET: print('inet')
match 2:
    case socket.AF_INET: print('inet')
try: socket.AddressFamily(12345)
except ValueError as e: print(e)
print([m for m in dir(socket.AddressFamily) if not m.startswith('__') and not m.startswith('AF_')][:40])
print(socket.AddressFamily.__module__, socket.AddressFamily.__doc__, socket.SocketKind.__qualname__)
print(socket.AF_INET.__class__ is socket.AddressFamily, socket.AF_INET.__reduce_ex__(2), vars(socket.AF_INET))
print(len(list(socket.MsgFlag)), socket.MsgFlag(0), repr(socket.AddressInfo(3)), socket.AddressInfo.AI_PASSIVE)
print(isinstance(socket.AF_INET, int), issubclass(socket.AddressFamily, enum.Enum), sorted(vars(socket.AddressFamily))[:12])
print(int(socket.AF_INET), [0,1,2][socket.AF_INET-1], 'x'*socket.AF_INET, socket.AF_INET.bit_length(), socket.AF_INET.real)
print(repr(socket.MsgFlag(3)), repr(socket.MsgFlag(0)), repr(socket.SocketKind(1)), repr(~socket.MSG_PEEK))
print(socket.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM))
