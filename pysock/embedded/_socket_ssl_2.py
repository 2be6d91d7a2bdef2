"""What module socket has of ssl."""

from _ssl import (
    RAND_add, RAND_status, SSL_ERROR_EOF, SSL_ERROR_INVALID_ERROR_CODE, SSL_ERROR_SSL, SSL_ERROR_SYSCALL,
    SSL_ERROR_WANT_CONNECT, SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE, SSL_ERROR_WANT_X509_LOOKUP, SSL_ERROR_ZERO_RETURN)
from ssl import SSLError as sslerror

__name__ = 'socket'


def ssl(sock, keyfile=None, certfile=None):
    """A TLS connection on a connected socket: an object with read, write, server and issuer."""
    from ssl import sslwrap_simple
    return sslwrap_simple(sock, keyfile, certfile)
