# The names of the modules, and the values of their constants.
import select
import socket

# Modules and helpers of socket.py, and of ssl.
internal = set('CAPI MethodType StringIO m meth p partial os sys errno warnings ssl sslerror RAND_add RAND_status RAND_egd'.split())
for m in socket, select:
    for n in sorted(dir(m)):
        if n.startswith('_') or n.startswith('SSL_') or n in internal:
            continue
        v = getattr(m, n)
        print m.__name__, n, int(v) if isinstance(v, (int, long)) else ''
for c in socket.socket, socket._fileobject, select.epoll:
    print c.__name__, [n for n in dir(c) if not n.startswith('_') and n not in ('bufsize', 'mode', 'softspace')]
