"""What sockets that are TLS connections have in both Pythons, and the making of
their contexts."""

from _ssl import CERT_NONE, SSL_ERROR_EOF
from _ssl_errors import SSLError
from socket import error as socket_error

__name__ = 'ssl'


def trust(context, purpose, cafile, capath, cadata):
    """Have a context trust what is given, or else what the system trusts."""
    if cafile or capath or cadata:
        context.load_verify_locations(cafile, capath, cadata)
    elif context.verify_mode != CERT_NONE:
        context.load_default_certs(purpose)


def load_own(context, certfile, keyfile):
    """Have a context show a certificate, if there is one."""
    if keyfile and not certfile:
        raise ValueError('certfile must be specified')
    if certfile:
        context.load_cert_chain(certfile, keyfile)


def context_for(context, server_side, keyfile, certfile, cert_reqs, ca_certs, ciphers):
    """A new context with the settings that wrap_socket takes."""
    if server_side and not certfile:
        raise ValueError('certfile must be specified for server-side operations')
    if keyfile and not certfile:
        raise ValueError('certfile must be specified')
    context.verify_mode = cert_reqs
    if ca_certs:
        context.load_verify_locations(ca_certs)
    load_own(context, certfile, keyfile)
    if ciphers:
        context.set_ciphers(ciphers)
    return context


class SSLSocket(object):
    """The base of SSLSocket: it needs _context, and _sslobj, which is None while
    there is no TLS."""

    def _plain(self, name):
        """A method of the socket below."""
        return getattr(super(SSLSocket, self), name)

    @property
    def context(self):
        """The context in use."""
        return self._context

    @context.setter
    def context(self, context):
        self._context = self._sslobj.context = context

    def dup(self):
        """NotImplementedError: a connection can't be duplicated."""
        raise NotImplementedError("Can't dup() %s instances" % self.__class__.__name__)

    def _checkClosed(self, msg=None):
        """For classes that want to complain."""

    def _check_connected(self):
        if not self._connected:
            self.getpeername()  # which says what is wrong

    def _layer(self, problem=None):
        """The TLS layer; without one None, or ValueError if there is a problem to name."""
        self._checkClosed()
        if self._sslobj is None and problem is not None:
            raise ValueError(problem)
        return self._sslobj

    def read(self, len=1024, buffer=None):
        """Read up to len bytes, or into a buffer; nothing at the end."""
        layer = self._layer('Read on closed or unwrapped SSL socket.')
        try:
            return layer.read(len) if buffer is None else layer.read(len, buffer)
        except SSLError as e:
            if e.args[0] != SSL_ERROR_EOF or not self.suppress_ragged_eofs:
                raise
            return b'' if buffer is None else 0

    def write(self, data):
        """Write bytes, and tell how many."""
        return self._layer('Write on closed or unwrapped SSL socket.').write(data)

    def getpeercert(self, binary_form=False):
        """The peer's certificate as a dict, empty if it wasn't verified; or in DER."""
        self._checkClosed()
        self._check_connected()
        return self._sslobj.getpeercert(binary_form)

    def _tell(self, name):
        layer = self._layer()
        return None if layer is None else getattr(layer, name)()

    def selected_alpn_protocol(self):
        """The protocol that was agreed on."""
        return self._tell('selected_alpn_protocol')

    def cipher(self):
        """(name, protocol, bits)."""
        return self._tell('cipher')

    def compression(self):
        """None."""
        return self._tell('compression')

    def version(self):
        """The version of the protocol."""
        return self._tell('version')

    def pending(self):
        """How many bytes can be read at once."""
        return self._tell('pending') or 0

    def _no_flags(self, name, flags):
        if flags != 0:
            raise ValueError('non-zero flags not allowed in calls to %s() on %s' % (name, self.__class__))

    def _unwrapped(self, name):
        """A method of the socket below; ValueError once there is TLS."""
        if self._layer() is not None:
            raise ValueError('%s not allowed on instances of %s' % (name, self.__class__))
        return self._plain(name)

    def sendto(self, data, flags_or_addr, addr=None):
        """Only before the connection is made."""
        return self._unwrapped('sendto')(data, flags_or_addr, *() if addr is None else (addr,))

    def recvfrom(self, buflen=1024, flags=0):
        """Only before the connection is made."""
        return self._unwrapped('recvfrom')(buflen, flags)

    def recvfrom_into(self, buffer, nbytes=None, flags=0):
        """Only before the connection is made."""
        return self._unwrapped('recvfrom_into')(buffer, nbytes or 0, flags)

    def recv(self, buflen=1024, flags=0):
        """Receive up to buflen bytes; nothing at the end."""
        if self._layer() is None:
            return self._plain('recv')(buflen, flags)
        self._no_flags('recv', flags)
        return self.read(buflen)

    def recv_into(self, buffer, nbytes=None, flags=0):
        """Receive into a buffer, and tell how many bytes."""
        nbytes = self._size(buffer) if nbytes is None else nbytes
        if self._layer() is None:
            return self._plain('recv_into')(buffer, nbytes, flags)
        self._no_flags('recv_into', flags)
        return self.read(nbytes, buffer)

    def shutdown(self, how):
        """Shut the socket down, without a word to the peer's TLS."""
        self._checkClosed()
        self._sslobj = None
        self._plain('shutdown')(how)

    def unwrap(self):
        """End the connection in order, and give the socket, which is plain then."""
        if self._sslobj is None:
            raise ValueError('No SSL wrapper around ' + str(self))
        below = self._sslobj.shutdown()
        self._sslobj = None
        return below

    def do_handshake(self, block=False):
        """Make the handshake."""
        self._check_connected()
        waits = self.gettimeout()
        try:
            if block and waits == 0.0:
                self.settimeout(None)
            self._sslobj.do_handshake()
        finally:
            self.settimeout(waits)

    def _real_connect(self, addr, connect_ex):
        if self.server_side:
            raise ValueError("can't connect in server-side mode")
        if self._connected or self._sslobj is not None:
            raise ValueError('attempt to connect already-connected SSLSocket!')
        self._wrap()
        try:
            failed = self._plain('connect_ex' if connect_ex else 'connect')(addr)
            if not failed:
                self._connected = True
                if self.do_handshake_on_connect:
                    self.do_handshake()
            return failed
        except (OSError, socket_error, ValueError):
            self._sslobj = None
            raise

    def connect(self, addr):
        """Connect, and make the handshake."""
        self._real_connect(addr, False)

    def connect_ex(self, addr):
        """As connect, but tell an error by its number."""
        return self._real_connect(addr, True)

    def accept(self):
        """Take a connection, and make the handshake as its server."""
        below, addr = self._accept()
        made = self.context.wrap_socket(
            below, server_side=True, do_handshake_on_connect=self.do_handshake_on_connect,
            suppress_ragged_eofs=self.suppress_ragged_eofs)
        return made, addr
