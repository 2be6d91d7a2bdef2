"""Sockets of tests."""

import contextlib
import errno
import os
import socket
import unittest

HOST = 'localhost'
HOSTv4 = '127.0.0.1'
HOSTv6 = '::1'
has_gethostname = True


def _ipv6():
    if not socket.has_ipv6:
        return False
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as s:
            s.bind((HOSTv6, 0))
        return True
    except OSError:
        return False


IPV6_ENABLED = _ipv6()


def find_unused_port(family=socket.AF_INET, socktype=socket.SOCK_STREAM):
    with socket.socket(family, socktype) as s:
        return bind_port(s)


def bind_port(sock, host=HOST):
    """Binds to a port that nobody else may share, and returns it."""
    if sock.family == socket.AF_INET and sock.type == socket.SOCK_STREAM:
        for option in 'SO_REUSEADDR', 'SO_REUSEPORT':
            number = getattr(socket, option, None)
            if number is None:
                continue
            try:
                shared = sock.getsockopt(socket.SOL_SOCKET, number)
            except OSError:
                continue
            if shared == 1:
                raise AssertionError('tests must not set %s' % option)
    sock.bind((host, 0))
    return sock.getsockname()[1]


def bind_unix_socket(sock, addr):
    try:
        sock.bind(addr)
    except PermissionError:
        sock.close()
        raise unittest.SkipTest('may not bind %r' % (addr,))


def skip_unless_bind_unix_socket(test):
    return unittest.skipUnless(hasattr(socket, 'AF_UNIX'), 'about AF_UNIX')(test)


def skip_if_tcp_blackhole(test):
    return test


def get_socket_conn_refused_errs():
    errors = [errno.ECONNREFUSED]
    for name in 'ENETUNREACH', 'EADDRNOTAVAIL', 'EHOSTUNREACH':
        if hasattr(errno, name):
            errors.append(getattr(errno, name))
    if not IPV6_ENABLED:
        errors.append(errno.EAFNOSUPPORT)
    return errors


@contextlib.contextmanager
def transient_internet(resource_name, *, timeout=30.0, errnos=()):
    raise unittest.SkipTest('takes the network')
    yield


def create_unix_domain_name():
    import tempfile
    return tempfile.mktemp(prefix='test_', suffix='.sock', dir=os.path.curdir)
