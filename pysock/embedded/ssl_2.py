"""TLS on sockets.

create_default_context().wrap_socket(sock, server_hostname=host) makes a client's connection;
wrap_socket(sock, server_side=True, certfile=...) a server's.
"""

import errno
import os
import sys
from contextlib import closing
from socket import (
    AF_INET, SO_TYPE, SOCK_STREAM, SOL_SOCKET, _delegate_methods, _fileobject, create_connection, error as socket_error,
    socket)

import _ssl
from _ssl import (
    HAS_ALPN, HAS_ECDH, HAS_NPN, HAS_SNI, HAS_TLSv1_3, OPENSSL_VERSION, OPENSSL_VERSION_INFO, OPENSSL_VERSION_NUMBER,
    RAND_add, RAND_status, _DEFAULT_CIPHERS, _OPENSSL_API_VERSION, _SSLContext)
from _ssl import nid2obj as _nid2obj, txt2obj as _txt2obj
from _ssl_errors import (
    CertificateError, SSLEOFError, SSLError, SSLSyscallError, SSLWantReadError, SSLWantWriteError, SSLZeroReturnError)
from _ssl_names import (
    DER_cert_to_PEM_cert, DefaultVerifyPaths, PEM_FOOTER, PEM_HEADER, PEM_cert_to_DER_cert, _ASN1Object, _dnsname_match,
    cert_time_to_seconds, get_default_verify_paths, match_hostname)
from _ssl_socket import SSLSocket as _Connection, context_for as _context_for, load_own as _load_own, trust as _trust

CHANNEL_BINDING_TYPES = ['tls-unique']
_RESTRICTED_SERVER_CIPHERS = _DEFAULT_CIPHERS
_SSLv2_IF_EXISTS = None

# Python 3 knows more of them.
_later = ('PROTOCOL_TLS_CLIENT', 'PROTOCOL_TLS_SERVER', 'OP_NO_RENEGOTIATION', 'OP_NO_TICKET', 'OP_IGNORE_UNEXPECTED_EOF',
          'VERIFY_ALLOW_PROXY_CERTS', 'VERIFY_X509_PARTIAL_CHAIN')
for _name in dir(_ssl):
    if _name.startswith(('PROTOCOL_', 'OP_', 'ALERT_DESCRIPTION_', 'SSL_ERROR_', 'VERIFY_', 'CERT_')) and _name not in _later:
        globals()[_name] = getattr(_ssl, _name)
_PROTOCOL_NAMES = dict((globals()[_name], _name) for _name in dir() if _name.startswith('PROTOCOL_') and _name != 'PROTOCOL_SSLv23')
del _name


class Purpose(_ASN1Object):
    """What a certificate of the peer's is for."""


Purpose.SERVER_AUTH = Purpose('1.3.6.1.5.5.7.3.1')
Purpose.CLIENT_AUTH = Purpose('1.3.6.1.5.5.7.3.2')


class SSLContext(_SSLContext):
    """The settings of connections to be, with keys and trusted certificates."""

    __slots__ = ('protocol', '__weakref__')
    __repr__ = object.__repr__

    def __new__(cls, protocol, *args, **kwargs):
        return _SSLContext.__new__(cls, protocol)

    def __init__(self, protocol):
        self.protocol = protocol

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                    server_hostname=None):
        """Make a connection of a socket."""
        return SSLSocket(sock=sock, server_side=server_side, do_handshake_on_connect=do_handshake_on_connect,
                         suppress_ragged_eofs=suppress_ragged_eofs, server_hostname=server_hostname, _context=self)

    def set_npn_protocols(self, npn_protocols):
        """NotImplementedError: NPN is no more."""
        raise NotImplementedError('The NPN extension requires OpenSSL 1.0.1 or later.')

    def set_alpn_protocols(self, alpn_protocols):
        """Offer protocols, the best first."""
        names = bytearray()
        for protocol in alpn_protocols:
            name = protocol.encode('ascii')
            if not 0 < len(name) < 256:
                raise SSLError('ALPN protocols must be 1 to 255 in length')
            names.append(len(name))
            names.extend(name)
        self._set_alpn_protocols(bytes(names))

    def set_servername_callback(self, callback):
        """Call callback(socket, name, context) with the name that a client asks for."""
        if callback is not None and not callable(callback):
            raise TypeError('not a callable object')
        self.sni_callback = callback

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        """Trust what the system trusts."""
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)
        self.set_default_verify_paths()


def create_default_context(purpose=Purpose.SERVER_AUTH, cafile=None, capath=None, cadata=None):
    """A context with safe settings, that trusts what is given, or else what the system trusts."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    context = SSLContext(PROTOCOL_TLS)
    if purpose == Purpose.SERVER_AUTH:
        context.verify_mode, context.check_hostname = CERT_REQUIRED, True
    _trust(context, purpose, cafile, capath, cadata)
    return context


def _create_unverified_context(protocol=PROTOCOL_TLS, cert_reqs=None, check_hostname=False, purpose=Purpose.SERVER_AUTH,
                               certfile=None, keyfile=None, cafile=None, capath=None, cadata=None):
    """A context that verifies nothing unless it is told to."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    context = SSLContext(protocol)
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    context.check_hostname = check_hostname
    _load_own(context, certfile, keyfile)
    _trust(context, purpose, cafile, capath, cadata)
    return context


_https_verify_envvar = 'PYTHONHTTPSVERIFY'


def _get_https_context_factory():
    if not sys.flags.ignore_environment and os.environ.get(_https_verify_envvar) == '0':
        return _create_unverified_context
    return create_default_context


_create_default_https_context = _get_https_context_factory()
_create_stdlib_context = _create_unverified_context


def _https_verify_certificates(enable=True):
    """Say whether httplib verifies the certificates of servers."""
    global _create_default_https_context
    _create_default_https_context = create_default_context if enable else _create_unverified_context


class SSLSocket(_Connection, socket):
    """A socket that is a TLS connection."""

    def __init__(self, sock=None, keyfile=None, certfile=None, server_side=False, cert_reqs=CERT_NONE,
                 ssl_version=PROTOCOL_TLS, ca_certs=None, do_handshake_on_connect=True, family=AF_INET, type=SOCK_STREAM,
                 proto=0, fileno=None, suppress_ragged_eofs=True, npn_protocols=None, ciphers=None, server_hostname=None,
                 _context=None):
        self._makefile_refs = 0
        if not _context:
            keyfile = keyfile or certfile
            _context = _context_for(SSLContext(ssl_version), server_side, keyfile, certfile, cert_reqs, ca_certs, ciphers)
            if npn_protocols:
                _context.set_npn_protocols(npn_protocols)
        self._context, self.ssl_version = _context, ssl_version
        self.keyfile, self.certfile, self.ca_certs = keyfile, certfile, ca_certs
        self.cert_reqs, self.ciphers = cert_reqs, ciphers
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')
        socket.__init__(self, _sock=getattr(sock, '_sock', sock))
        # What stands between the script and the connection, which socket()
        # would otherwise put there itself.
        for attr in _delegate_methods:
            try:
                delattr(self, attr)
            except AttributeError:
                pass
        if server_side and server_hostname:
            raise ValueError('server_hostname can only be specified in client mode')
        if self._context.check_hostname and not server_hostname:
            raise ValueError('check_hostname requires server_hostname')
        self.server_side = server_side
        self.server_hostname = server_hostname
        self.do_handshake_on_connect = do_handshake_on_connect
        self.suppress_ragged_eofs = suppress_ragged_eofs
        try:
            self.getpeername()
            connected = True
        except socket_error as e:
            if e.errno != errno.ENOTCONN:
                raise
            connected = False
        self._closed = False
        self._sslobj = None
        self._connected = connected
        if connected:
            try:
                self._wrap()
                if do_handshake_on_connect:
                    if self.gettimeout() == 0.0:
                        raise ValueError('do_handshake_on_connect should not be specified for non-blocking sockets')
                    self.do_handshake()
            except (OSError, ValueError):
                self.close()
                raise

    def _wrap(self):
        self._sslobj = self._context._wrap_socket(
            self._sock, self.server_side, self.server_hostname, owner=self, context=self._context)

    def selected_npn_protocol(self):
        """None: NPN is no more."""
        return None

    def send(self, data, flags=0):
        """Send bytes, and tell how many: 0 if a non-blocking socket takes none."""
        self._checkClosed()
        if not self._sslobj:
            return self._sock.send(data, flags)
        self._no_flags('send', flags)
        try:
            return self._sslobj.write(data)
        except SSLError as e:
            if e.args[0] in (SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE):
                return 0
            raise

    def sendall(self, data, flags=0):
        """Send all bytes."""
        self._checkClosed()
        if not self._sslobj:
            return self._sock.sendall(data, flags)
        self._no_flags('sendall', flags)
        done, size = 0, len(data)
        while done < size:
            done += self.send(data[done:])
        return size

    def close(self):
        """Close, when the files made of it are closed too."""
        if self._makefile_refs < 1:
            if self._sslobj:
                self._sslobj._let_go()
            self._sslobj = None
            socket.close(self)
        else:
            self._makefile_refs -= 1

    def do_handshake(self, block=False):
        """Make the handshake."""
        _Connection.do_handshake(self, block)
        if self.context.check_hostname:
            if not self.server_hostname:
                raise ValueError('check_hostname needs server_hostname argument')
            match_hostname(self.getpeercert(), self.server_hostname)

    def _plain(self, name):
        return getattr(self._sock, name)

    _accept = socket.accept

    @staticmethod
    def _size(buffer):
        """How many bytes recv_into asks for."""
        return len(buffer) if buffer else 1024

    def makefile(self, mode='r', bufsize=-1):
        """A file that reads from the connection and writes to it."""
        self._makefile_refs += 1
        return _fileobject(self, mode, bufsize, close=True)

    def get_channel_binding(self, cb_type='tls-unique'):
        """Bytes that name this connection; None if there are none."""
        if cb_type not in CHANNEL_BINDING_TYPES:
            raise ValueError('Unsupported channel binding type')
        if self._sslobj is None:
            return None
        return self._sslobj.tls_unique_cb()


def wrap_socket(sock, keyfile=None, certfile=None, server_side=False, cert_reqs=CERT_NONE, ssl_version=PROTOCOL_TLS,
                ca_certs=None, do_handshake_on_connect=True, suppress_ragged_eofs=True, ciphers=None):
    """Make a connection of a socket, with a context of its own."""
    return SSLSocket(sock=sock, keyfile=keyfile, certfile=certfile, server_side=server_side, cert_reqs=cert_reqs,
                     ssl_version=ssl_version, ca_certs=ca_certs, do_handshake_on_connect=do_handshake_on_connect,
                     suppress_ragged_eofs=suppress_ragged_eofs, ciphers=ciphers)


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS, ca_certs=None):
    """The certificate of the server at (host, port) in PEM; it is verified if ca_certs are given."""
    context = _create_stdlib_context(ssl_version, cert_reqs=CERT_NONE if ca_certs is None else CERT_REQUIRED,
                                     cafile=ca_certs)
    with closing(create_connection(addr)) as sock:
        with closing(context.wrap_socket(sock)) as sslsock:
            dercert = sslsock.getpeercert(True)
    return DER_cert_to_PEM_cert(dercert)


def get_protocol_name(protocol_code):
    """The name of one of the PROTOCOL_ numbers."""
    return _PROTOCOL_NAMES.get(protocol_code, '<unknown>')


def sslwrap_simple(sock, keyfile=None, certfile=None):
    """What socket.ssl() gives: an object with read, write, server and issuer."""
    sock = getattr(sock, '_sock', sock)
    context = SSLContext(PROTOCOL_SSLv23)
    if keyfile or certfile:
        context.load_cert_chain(certfile, keyfile)
    sslobj = context._wrap_socket(sock, False)
    try:
        sock.getpeername()
    except socket_error:
        pass  # not connected yet
    else:
        sslobj.do_handshake()
    return sslobj
