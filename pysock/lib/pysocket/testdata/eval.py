"""Evaluates the expressions on standard input, one a line, with module socket
as S and these functions, and prints the repr of each result or the exception."""
import socket as S
import sys

U = lambda s: s if sys.version_info[0] > 2 else s.decode("latin-1")
E = U("\xe9")


def udp():
    return S.socket(S.AF_INET, S.SOCK_DGRAM)


def udp6():
    return S.socket(S.AF_INET6, S.SOCK_DGRAM)


def unix():
    return S.socket(S.AF_UNIX, S.SOCK_DGRAM)


def tcp():
    return S.socket()


def closed():
    s = S.socket()
    s.close()
    return s


def listener():
    s = S.socket()
    s.bind(("127.0.0.1", 0))
    s.listen(5)
    s.settimeout(0.01)
    return s


def impatient():
    s = listener()
    s.setblocking(False)
    return s


def connected():
    l = listener()
    s = S.socket()
    s.connect(l.getsockname())
    s.settimeout(0.01)
    return s, l


def nonblocking():
    s, l = connected()
    s.setblocking(False)
    return s, l


def impatientclient():
    s = S.socket()
    s.setblocking(False)
    return s


pair = S.socketpair

for line in sys.stdin:
    try:
        print(repr(eval(line.strip())))
    except Exception as e:
        print("%s: %s" % (type(e).__name__, str(e).replace("\n", "\\n")))
    sys.stdout.flush()
