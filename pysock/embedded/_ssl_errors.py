"""The exceptions of module ssl."""

import socket as _socket
from sys import version_info as _version

import _ssl

__name__ = 'ssl'


class SSLError(_socket.error):
    """What went wrong with a TLS connection."""

    library = reason = None

    def __str__(self):
        if len(self.args) == 2:
            return str(self.args[1])
        if len(self.args) == 1 and _version < (3,):
            return str(self.args[0])
        return str(self.args)


class SSLZeroReturnError(SSLError):
    """The peer has closed the connection."""


class SSLWantReadError(SSLError):
    """A non-blocking connection needs to read before it can go on."""


class SSLWantWriteError(SSLError):
    """A non-blocking connection needs to write before it can go on."""


class SSLSyscallError(SSLError):
    """A call of the operating system failed."""


class SSLEOFError(SSLError):
    """The peer has ended the stream without closing the connection."""


if _version >= (3,):

    class SSLCertVerificationError(SSLError, ValueError):
        """Nobody who is trusted vouches for a certificate."""

        verify_code = verify_message = None

    CertificateError = SSLCertVerificationError
else:
    SSLCertVerificationError = SSLError

    class CertificateError(ValueError):
        """A certificate is not that of the host."""


_ssl._set_errors({
    'SSLError': SSLError, 'SSLZeroReturnError': SSLZeroReturnError, 'SSLWantReadError': SSLWantReadError,
    'SSLWantWriteError': SSLWantWriteError, 'SSLSyscallError': SSLSyscallError, 'SSLEOFError': SSLEOFError,
    'SSLCertVerificationError': SSLCertVerificationError, 'error': _socket.error})
