"""TLS on sockets.

create_default_context().wrap_socket(sock, server_hostname=host) makes a client's connection,
SSLContext(PROTOCOL_TLS_SERVER) with load_cert_chain() a server's.
"""

import errno
import os
import socket as _socket
import sys
import warnings
from enum import Enum as _Enum, IntEnum as _IntEnum, IntFlag as _IntFlag
from socket import AF_INET, SO_TYPE, SOCK_STREAM, SOL_SOCKET, create_connection, socket

import _ssl
from _ssl import (
    HAS_ALPN, HAS_ECDH, HAS_NPN, HAS_SNI, HAS_SSLv2, HAS_SSLv3, HAS_TLSv1, HAS_TLSv1_1, HAS_TLSv1_2, HAS_TLSv1_3,
    OPENSSL_VERSION, OPENSSL_VERSION_INFO, OPENSSL_VERSION_NUMBER, MemoryBIO, RAND_add, RAND_bytes, RAND_status,
    SSLSession, _DEFAULT_CIPHERS, _OPENSSL_API_VERSION, _SSLContext)
from _ssl import RAND_pseudo_bytes as _pseudo, nid2obj as _nid2obj, txt2obj as _txt2obj
from _ssl_errors import (
    CertificateError, SSLCertVerificationError, SSLEOFError, SSLError, SSLSyscallError, SSLWantReadError,
    SSLWantWriteError, SSLZeroReturnError)
from _ssl_names import (
    DER_cert_to_PEM_cert, DefaultVerifyPaths, PEM_FOOTER, PEM_HEADER, PEM_cert_to_DER_cert, _ASN1Object, _dnsname_match,
    _inet_paton, _ipaddress_match, cert_time_to_seconds, get_default_verify_paths)
from _ssl_names import match_hostname as _match_hostname
from _ssl_socket import SSLSocket as _Connection, context_for as _context_for, load_own as _load_own, trust as _trust

socket_error = OSError
_GLOBAL_DEFAULT_TIMEOUT = getattr(_socket, '_GLOBAL_DEFAULT_TIMEOUT', None) or object()
CHANNEL_BINDING_TYPES = ['tls-unique']
HAS_NEVER_CHECK_COMMON_NAME = True
_RESTRICTED_SERVER_CIPHERS = _DEFAULT_CIPHERS

_SSLv2_IF_EXISTS = None


def _convert(kind, name, chosen, strip=0):
    members = {n[strip:]: getattr(_ssl, n) for n in dir(_ssl) if chosen(n)}
    made = kind(name, sorted(members.items(), key=lambda m: (m[1], m[0])), module=__name__)
    made.__doc__ = 'An enumeration.'
    if not strip:
        globals().update(made.__members__)
    return made


_SSLMethod = _convert(_IntEnum, '_SSLMethod', lambda n: n.startswith('PROTOCOL_') and n != 'PROTOCOL_SSLv23')
PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_SSLv23 = _SSLMethod.PROTOCOL_TLS
Options = _convert(_IntFlag, 'Options', lambda n: n.startswith('OP_'))
AlertDescription = _convert(_IntEnum, 'AlertDescription', lambda n: n.startswith('ALERT_DESCRIPTION_'))
SSLErrorNumber = _convert(_IntEnum, 'SSLErrorNumber', lambda n: n.startswith('SSL_ERROR_'))
VerifyFlags = _convert(_IntFlag, 'VerifyFlags', lambda n: n.startswith('VERIFY_'))
VerifyMode = _convert(_IntEnum, 'VerifyMode', lambda n: n.startswith('CERT_'))
_PROTOCOL_NAMES = {value: name for name, value in _SSLMethod.__members__.items()}


class TLSVersion(_IntEnum):
    """The versions of the protocol."""

    MINIMUM_SUPPORTED = _ssl.PROTO_MINIMUM_SUPPORTED
    SSLv3 = _ssl.PROTO_SSLv3
    TLSv1 = _ssl.PROTO_TLSv1
    TLSv1_1 = _ssl.PROTO_TLSv1_1
    TLSv1_2 = _ssl.PROTO_TLSv1_2
    TLSv1_3 = _ssl.PROTO_TLSv1_3
    MAXIMUM_SUPPORTED = _ssl.PROTO_MAXIMUM_SUPPORTED


class _TLSContentType(_IntEnum):
    """What a record holds."""

    CHANGE_CIPHER_SPEC = 20
    ALERT = 21
    HANDSHAKE = 22
    APPLICATION_DATA = 23
    HEADER = 0x100
    INNER_CONTENT_TYPE = 0x101


class _TLSAlertType(_IntEnum):
    """What an alert tells."""

    CLOSE_NOTIFY = 0
    UNEXPECTED_MESSAGE = 10
    BAD_RECORD_MAC = 20
    DECRYPTION_FAILED = 21
    RECORD_OVERFLOW = 22
    DECOMPRESSION_FAILURE = 30
    HANDSHAKE_FAILURE = 40
    NO_CERTIFICATE = 41
    BAD_CERTIFICATE = 42
    UNSUPPORTED_CERTIFICATE = 43
    CERTIFICATE_REVOKED = 44
    CERTIFICATE_EXPIRED = 45
    CERTIFICATE_UNKNOWN = 46
    ILLEGAL_PARAMETER = 47
    UNKNOWN_CA = 48
    ACCESS_DENIED = 49
    DECODE_ERROR = 50
    DECRYPT_ERROR = 51
    EXPORT_RESTRICTION = 60
    PROTOCOL_VERSION = 70
    INSUFFICIENT_SECURITY = 71
    INTERNAL_ERROR = 80
    INAPPROPRIATE_FALLBACK = 86
    USER_CANCELED = 90
    NO_RENEGOTIATION = 100
    MISSING_EXTENSION = 109
    UNSUPPORTED_EXTENSION = 110
    CERTIFICATE_UNOBTAINABLE = 111
    UNRECOGNIZED_NAME = 112
    BAD_CERTIFICATE_STATUS_RESPONSE = 113
    BAD_CERTIFICATE_HASH_VALUE = 114
    UNKNOWN_PSK_IDENTITY = 115
    CERTIFICATE_REQUIRED = 116
    NO_APPLICATION_PROTOCOL = 120


class _TLSMessageType(_IntEnum):
    """The messages of a handshake."""

    HELLO_REQUEST = 0
    CLIENT_HELLO = 1
    SERVER_HELLO = 2
    HELLO_VERIFY_REQUEST = 3
    NEWSESSION_TICKET = 4
    END_OF_EARLY_DATA = 5
    HELLO_RETRY_REQUEST = 6
    ENCRYPTED_EXTENSIONS = 8
    CERTIFICATE = 11
    SERVER_KEY_EXCHANGE = 12
    CERTIFICATE_REQUEST = 13
    SERVER_DONE = 14
    CERTIFICATE_VERIFY = 15
    CLIENT_KEY_EXCHANGE = 16
    FINISHED = 20
    CERTIFICATE_URL = 21
    CERTIFICATE_STATUS = 22
    SUPPLEMENTAL_DATA = 23
    KEY_UPDATE = 24
    NEXT_PROTO = 67
    MESSAGE_HASH = 254
    CHANGE_CIPHER_SPEC = 0x0101


class Purpose(_ASN1Object, _Enum):
    """What a certificate of the peer's is for."""

    SERVER_AUTH = '1.3.6.1.5.5.7.3.1'
    CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'


def _deprecated(what, level=3):
    warnings.warn(what, DeprecationWarning, stacklevel=level)


def match_hostname(cert, hostname):
    """Check that a certificate, as getpeercert() gives it, is that of a host; CertificateError if not."""
    _deprecated('ssl.match_hostname() is deprecated')
    return _match_hostname(cert, hostname)


def RAND_pseudo_bytes(n):
    """Random bytes, and whether they are good ones."""
    _deprecated('ssl.RAND_pseudo_bytes() is deprecated')
    return _pseudo(n)


def _encode_hostname(hostname):
    if hostname is None:
        return None
    if isinstance(hostname, str):
        return hostname.encode('idna').decode('ascii')
    return hostname.decode('ascii')


class _Wrapped:
    """Where a property of the context in Go is found, for those who put an enum in front of it."""

    def __init__(self, name):
        self.of = getattr(_SSLContext, name)

    def get(self, context):
        return self.of.__get__(context, type(context))

    def set(self, context, value):
        self.of.__set__(context, value)


_slots = {name: _Wrapped(name) for name in (
    'options', 'verify_flags', 'verify_mode', 'minimum_version', 'maximum_version', 'protocol', 'sni_callback',
    '_host_flags', '_msg_callback')}

_OLD = {PROTOCOL_TLS: 'PROTOCOL_TLS', PROTOCOL_TLSv1: 'PROTOCOL_TLSv1', PROTOCOL_TLSv1_1: 'PROTOCOL_TLSv1_1',
        PROTOCOL_TLSv1_2: 'PROTOCOL_TLSv1_2'}


class SSLContext(_SSLContext):
    """The settings of connections to be, with keys and trusted certificates."""

    sslsocket_class = None
    sslobject_class = None
    __repr__ = object.__repr__

    def __new__(cls, protocol=None, *args, **kwargs):
        if protocol is None:
            _deprecated('ssl.SSLContext() without protocol argument is deprecated.', 2)
            protocol = PROTOCOL_TLS
        self = _SSLContext.__new__(cls, protocol)
        if protocol in _OLD:
            _deprecated('ssl.%s is deprecated' % _OLD[protocol], 2)
        return self

    def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                    server_hostname=None, session=None):
        """Make a connection of a socket, which is closed as such."""
        return self.sslsocket_class._create(
            sock=sock, server_side=server_side, do_handshake_on_connect=do_handshake_on_connect,
            suppress_ragged_eofs=suppress_ragged_eofs, server_hostname=server_hostname, context=self, session=session)

    def wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
        """Make a connection whose records the caller carries, from and to MemoryBIOs."""
        return self.sslobject_class._create(
            incoming, outgoing, server_side=server_side, server_hostname=_encode_hostname(server_hostname),
            session=session, context=self)

    def set_npn_protocols(self, npn_protocols):
        """Nothing: NPN is no more."""
        _deprecated('ssl NPN is deprecated, use ALPN instead', 2)
        raise NotImplementedError('The NPN extension requires OpenSSL 1.0.1 or later.')

    def set_alpn_protocols(self, alpn_protocols):
        """Offer protocols, the best first."""
        names = bytearray()
        for protocol in alpn_protocols:
            name = bytes(protocol, 'ascii')
            if not 0 < len(name) < 256:
                raise SSLError('ALPN protocols must be 1 to 255 in length')
            names.append(len(name))
            names.extend(name)
        self._set_alpn_protocols(bytes(names))

    def set_servername_callback(self, server_name_callback):
        """As sni_callback, with the name decoded."""
        if server_name_callback is None:
            self.sni_callback = None
            return
        if not callable(server_name_callback):
            raise TypeError('not a callable object')

        def decoding(sslobj, name, context):
            if name is not None:
                name = name.encode('ascii').decode('idna')
            return server_name_callback(sslobj, name, context)
        self.sni_callback = decoding

    def load_default_certs(self, purpose=Purpose.SERVER_AUTH):
        """Trust what the system trusts."""
        if not isinstance(purpose, _ASN1Object):
            raise TypeError(purpose)
        self.set_default_verify_paths()

    @property
    def minimum_version(self):
        """The lowest version that is spoken."""
        return TLSVersion(_slots['minimum_version'].get(self))

    @minimum_version.setter
    def minimum_version(self, value):
        self._set_version('minimum_version', value)

    @property
    def maximum_version(self):
        """The highest version that is spoken."""
        return TLSVersion(_slots['maximum_version'].get(self))

    @maximum_version.setter
    def maximum_version(self, value):
        self._set_version('maximum_version', value)

    def _set_version(self, which, value):
        if value == TLSVersion.SSLv3 and which == 'minimum_version':
            self.options &= ~Options.OP_NO_SSLv3
        if value in (TLSVersion.SSLv3, TLSVersion.TLSv1, TLSVersion.TLSv1_1):
            _deprecated('ssl.TLSVersion.%s is deprecated' % TLSVersion(value).name)
        _slots[which].set(self, value)

    @property
    def options(self):
        """Flags, as Options."""
        return Options(_slots['options'].get(self))

    @options.setter
    def options(self, value):
        versions = OP_NO_SSLv3 | OP_NO_TLSv1 | OP_NO_TLSv1_1 | OP_NO_TLSv1_2 | OP_NO_TLSv1_3
        new = value & ~_slots['options'].get(self) if isinstance(value, int) else 0
        if new & versions:
            _deprecated('ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated', 3)
        _slots['options'].set(self, value)

    @property
    def hostname_checks_common_name(self):
        """Whether the subject's name counts where there are no others."""
        return not _slots['_host_flags'].get(self) & _ssl.HOSTFLAG_NEVER_CHECK_SUBJECT

    @hostname_checks_common_name.setter
    def hostname_checks_common_name(self, value):
        flags = _slots['_host_flags'].get(self) & ~_ssl.HOSTFLAG_NEVER_CHECK_SUBJECT
        _slots['_host_flags'].set(self, flags if value else flags | _ssl.HOSTFLAG_NEVER_CHECK_SUBJECT)

    @property
    def _msg_callback(self):
        return _slots['_msg_callback'].get(self)

    @_msg_callback.setter
    def _msg_callback(self, callback):
        _slots['_msg_callback'].set(self, callback)

    @property
    def protocol(self):
        """Which protocol the context was made for."""
        return _SSLMethod(_slots['protocol'].get(self))

    @property
    def verify_flags(self):
        """How certificates are verified, as VerifyFlags."""
        return VerifyFlags(_slots['verify_flags'].get(self))

    @verify_flags.setter
    def verify_flags(self, value):
        _slots['verify_flags'].set(self, value)

    @property
    def verify_mode(self):
        """Whether the peer needs a certificate, as VerifyMode."""
        value = _slots['verify_mode'].get(self)
        return VerifyMode(value)

    @verify_mode.setter
    def verify_mode(self, value):
        _slots['verify_mode'].set(self, value)


def create_default_context(purpose=Purpose.SERVER_AUTH, *, cafile=None, capath=None, cadata=None):
    """A context with safe settings, that trusts what is given, or else what the system trusts."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    context = SSLContext(_protocol_for(purpose))
    if purpose == Purpose.SERVER_AUTH:
        context.verify_mode, context.check_hostname = CERT_REQUIRED, True
    _trust(context, purpose, cafile, capath, cadata)
    _log_keys(context)
    return context


def _protocol_for(purpose):
    for known, protocol in (Purpose.SERVER_AUTH, PROTOCOL_TLS_CLIENT), (Purpose.CLIENT_AUTH, PROTOCOL_TLS_SERVER):
        if purpose == known:
            return protocol
    raise ValueError(purpose)


def _log_keys(context):
    name = os.environ.get('SSLKEYLOGFILE')
    if name and not sys.flags.ignore_environment:
        context.keylog_filename = name


def _create_unverified_context(protocol=None, *, cert_reqs=CERT_NONE, check_hostname=False,
                               purpose=Purpose.SERVER_AUTH, certfile=None, keyfile=None,
                               cafile=None, capath=None, cadata=None):
    """A context that verifies nothing unless it is told to."""
    if not isinstance(purpose, _ASN1Object):
        raise TypeError(purpose)
    context = SSLContext(_protocol_for(purpose) if protocol is None else protocol)
    context.check_hostname = check_hostname
    if cert_reqs is not None:
        context.verify_mode = cert_reqs
    if check_hostname:
        context.check_hostname = True
    _load_own(context, certfile, keyfile)
    _trust(context, purpose, cafile, capath, cadata)
    _log_keys(context)
    return context


_create_default_https_context = create_default_context
_create_stdlib_context = _create_unverified_context


class _Told:
    """What both kinds of connections tell of themselves."""

    @property
    def session(self):
        """The session, which another connection may take up."""
        if self._sslobj is not None:
            return self._sslobj.session

    @session.setter
    def session(self, session):
        self._session = session
        if self._sslobj is not None:
            self._sslobj.session = session

    @property
    def session_reused(self):
        """Whether a session was taken up."""
        if self._sslobj is not None:
            return self._sslobj.session_reused


class SSLObject(_Told):
    """A connection without a socket: its records come and go through MemoryBIOs."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. '
                        'Instances are returned by SSLContext.wrap_bio().')

    @classmethod
    def _create(cls, incoming, outgoing, server_side=False, server_hostname=None, session=None, context=None):
        self = cls.__new__(cls)
        self._sslobj = context._wrap_bio(incoming, outgoing, server_side=server_side, server_hostname=server_hostname,
                                         owner=self, session=session, context=context)
        return self

    @property
    def context(self):
        """The context in use."""
        return self._sslobj.context

    @context.setter
    def context(self, context):
        self._sslobj.context = context

    @property
    def server_side(self):
        """Whether this is the server."""
        return self._sslobj.server_side

    @property
    def server_hostname(self):
        """The name of the server, as it was given."""
        return self._sslobj.server_hostname

    def read(self, len=1024, buffer=None):
        """Read up to len bytes; SSLWantReadError if there are none yet."""
        if buffer is not None:
            return self._sslobj.read(len, buffer)
        return self._sslobj.read(len)

    def write(self, data):
        """Write bytes, and tell how many."""
        return self._sslobj.write(data)

    def getpeercert(self, binary_form=False):
        """The peer's certificate as a dict, empty if it wasn't verified; or in DER."""
        return self._sslobj.getpeercert(binary_form)

    def selected_npn_protocol(self):
        """None: NPN is no more."""
        _deprecated('ssl NPN is deprecated, use ALPN instead')

    def selected_alpn_protocol(self):
        """The protocol that was agreed on."""
        return self._sslobj.selected_alpn_protocol()

    def cipher(self):
        """(name, protocol, bits)."""
        return self._sslobj.cipher()

    def shared_ciphers(self):
        """The ciphers that both have, on a server."""
        return self._sslobj.shared_ciphers()

    def compression(self):
        """None."""
        return self._sslobj.compression()

    def pending(self):
        """How many bytes can be read at once."""
        return self._sslobj.pending()

    def do_handshake(self):
        """Make the handshake, or go on with it."""
        self._sslobj.do_handshake()

    def unwrap(self):
        """End the connection in order."""
        return self._sslobj.shutdown()

    def get_channel_binding(self, cb_type='tls-unique'):
        """Bytes that name this connection; None if there are none."""
        return self._sslobj.get_channel_binding(cb_type)

    def version(self):
        """The version of the protocol."""
        return self._sslobj.version()

    def verify_client_post_handshake(self):
        """Ask the client for a certificate later; SSLError, as that can't be had."""
        return self._sslobj.verify_client_post_handshake()


class SSLSocket(_Told, _Connection, socket):
    """A socket that is a TLS connection."""

    def __init__(self, *args, **kwargs):
        raise TypeError(f'{self.__class__.__name__} does not have a public constructor. '
                        'Instances are returned by SSLContext.wrap_socket().')

    @classmethod
    def _create(cls, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                server_hostname=None, context=None, session=None):
        if sock.getsockopt(SOL_SOCKET, SO_TYPE) != SOCK_STREAM:
            raise NotImplementedError('only stream sockets are supported')
        if server_side:
            if server_hostname:
                raise ValueError('server_hostname can only be specified in client mode')
            if session is not None:
                raise ValueError('session can only be specified in client mode')
        if context.check_hostname and not server_hostname:
            raise ValueError('check_hostname requires server_hostname')
        timeout = sock.gettimeout()
        kwargs = dict(family=sock.family, type=sock.type, proto=sock.proto, fileno=sock.fileno())
        self = cls.__new__(cls, **kwargs)
        socket.__init__(self, **kwargs)
        sock.detach()
        self._context = context
        self._session = session
        self._sslobj = None
        self.server_side = server_side
        self.server_hostname = _encode_hostname(server_hostname)
        self.do_handshake_on_connect = do_handshake_on_connect
        self.suppress_ragged_eofs = suppress_ragged_eofs
        try:
            try:
                self.getpeername()
                connected = True
            except OSError as e:
                if e.errno != errno.ENOTCONN:
                    raise
                connected = False
                self._refuse_early_data()
            self.settimeout(timeout)
            self._connected = connected
            if connected:
                self._wrap()
                if do_handshake_on_connect:
                    if timeout == 0.0:
                        raise ValueError('do_handshake_on_connect should not be specified for non-blocking sockets')
                    self.do_handshake()
        except:
            try:
                self.close()
            except OSError:
                pass
            raise
        return self

    def _refuse_early_data(self):
        # A peer that has gone already may have left something behind, which
        # nobody encrypted.
        blocking = self.getblocking()
        self.setblocking(False)
        try:
            left = self._plain('recv')(1)
        except OSError as e:
            if e.errno not in (errno.ENOTCONN, errno.EINVAL):
                raise
            left = b''
        self.setblocking(blocking)
        if left:
            reason = 'Closed before TLS handshake with data in recv buffer.'
            error = SSLError(1, reason)
            error.reason, error.library = reason, None
            raise error

    def _wrap(self):
        self._sslobj = self._context._wrap_socket(
            self, self.server_side, self.server_hostname, owner=self, session=self._session, context=self._context)

    def selected_npn_protocol(self):
        """None: NPN is no more."""
        _deprecated('ssl NPN is deprecated, use ALPN instead')
        return None

    def shared_ciphers(self):
        """The ciphers that both have, on a server."""
        return self._tell('shared_ciphers')

    def send(self, data, flags=0):
        """Send bytes, and tell how many."""
        self._checkClosed()
        if self._sslobj is None:
            return super().send(data, flags)
        self._no_flags('send', flags)
        return self._sslobj.write(data)

    def sendmsg(self, *args, **kwargs):
        """NotImplementedError."""
        raise NotImplementedError('sendmsg not allowed on instances of %s' % self.__class__)

    def sendall(self, data, flags=0):
        """Send all bytes."""
        self._checkClosed()
        if self._sslobj is None:
            return super().sendall(data, flags)
        self._no_flags('sendall', flags)
        with memoryview(data) as view, view.cast('B') as rest:
            done, size = 0, len(rest)
            while done < size:
                done += self.send(rest[done:])

    def sendfile(self, file, offset=0, count=None):
        """Send a file, or count bytes of it."""
        if self._sslobj is None:
            return super().sendfile(file, offset, count)
        self._check_sendfile_params(file, offset, count)
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset:
            file.seek(offset)
        sent = 0
        try:
            while count is None or sent < count:
                block = file.read(8192 if count is None else min(8192, count - sent))
                if not block:
                    break
                self.sendall(block)
                sent += len(block)
            return sent
        finally:
            if sent and hasattr(file, 'seek'):
                file.seek(offset + sent)

    def recvmsg(self, *args, **kwargs):
        """NotImplementedError."""
        raise NotImplementedError('recvmsg not allowed on instances of %s' % self.__class__)

    def recvmsg_into(self, *args, **kwargs):
        """NotImplementedError."""
        raise NotImplementedError('recvmsg_into not allowed on instances of %s' % self.__class__)

    _accept = socket.accept

    @staticmethod
    def _size(buffer):
        """How many bytes recv_into asks for."""
        return (0 if buffer is None else memoryview(buffer).nbytes) or 1024

    def verify_client_post_handshake(self):
        """Ask the client for a certificate later; SSLError, as that can't be had."""
        if self._sslobj is None:
            raise ValueError('No SSL wrapper around ' + str(self))
        return self._sslobj.verify_client_post_handshake()

    def _real_close(self):
        if self._sslobj is not None:
            self._sslobj._let_go()
            self._sslobj = None
        super()._real_close()

    def get_channel_binding(self, cb_type='tls-unique'):
        """Bytes that name this connection; None if there are none."""
        if self._sslobj is not None:
            return self._sslobj.get_channel_binding(cb_type)
        if cb_type not in CHANNEL_BINDING_TYPES:
            raise ValueError('{0} channel binding type not implemented'.format(cb_type))
        return None


SSLContext.sslsocket_class = SSLSocket
SSLContext.sslobject_class = SSLObject


def wrap_socket(sock, keyfile=None, certfile=None, server_side=False, cert_reqs=CERT_NONE,
                ssl_version=PROTOCOL_TLS, ca_certs=None, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                ciphers=None):
    """Make a connection of a socket, with a context of its own."""
    _deprecated('ssl.wrap_socket() is deprecated, use SSLContext.wrap_socket()')
    context = _context_for(SSLContext(ssl_version), server_side, keyfile, certfile, cert_reqs, ca_certs, ciphers)
    return context.wrap_socket(sock=sock, server_side=server_side, do_handshake_on_connect=do_handshake_on_connect,
                               suppress_ragged_eofs=suppress_ragged_eofs)


def get_server_certificate(addr, ssl_version=PROTOCOL_TLS_CLIENT, ca_certs=None, timeout=_GLOBAL_DEFAULT_TIMEOUT):
    """The certificate of the server at (host, port) in PEM; it is verified if ca_certs are given."""
    host, port = addr
    context = _create_stdlib_context(ssl_version, cert_reqs=CERT_NONE if ca_certs is None else CERT_REQUIRED,
                                     cafile=ca_certs)
    options = {} if timeout is _GLOBAL_DEFAULT_TIMEOUT else {'timeout': timeout}
    with create_connection(addr, **options) as sock:
        with context.wrap_socket(sock, server_hostname=host) as sslsock:
            dercert = sslsock.getpeercert(True)
    return DER_cert_to_PEM_cert(dercert)


def get_protocol_name(protocol_code):
    """The name of one of the PROTOCOL_ numbers."""
    return _PROTOCOL_NAMES.get(protocol_code, '<unknown>')
