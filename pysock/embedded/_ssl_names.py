"""What module ssl knows of hosts, certificates and times: for both Pythons."""

import re as _re
from binascii import a2b_base64 as _a2b_base64, b2a_base64 as _b2a_base64
from collections import namedtuple as _namedtuple
from os import environ as _environ
from os.path import isdir as _isdir, isfile as _isfile
from sys import version_info as _version

import _ssl
from _ssl_errors import CertificateError

__name__ = 'ssl'

PEM_HEADER = '-----BEGIN CERTIFICATE-----'
PEM_FOOTER = '-----END CERTIFICATE-----'

DefaultVerifyPaths = _namedtuple(
    'DefaultVerifyPaths', 'cafile capath openssl_cafile_env openssl_cafile openssl_capath_env openssl_capath')


class _ASN1Object(_namedtuple('_ASN1Object', 'nid shortname longname oid')):
    """An object identifier with its names."""

    __slots__ = ()

    def __new__(cls, oid):
        return super(_ASN1Object, cls).__new__(cls, *_ssl.txt2obj(oid, name=False))

    @classmethod
    def fromnid(cls, nid):
        """The object with a number of OpenSSL's."""
        return super(_ASN1Object, cls).__new__(cls, *_ssl.nid2obj(nid))

    @classmethod
    def fromname(cls, name):
        """The object with a name, short or long, or in numbers."""
        return super(_ASN1Object, cls).__new__(cls, *_ssl.txt2obj(name, name=True))


def get_default_verify_paths():
    """Where the certificates lie that are trusted if nothing else is said."""
    file_env, file, dir_env, folder = _ssl.get_default_verify_paths()
    cafile = _environ.get(file_env, file)
    capath = _environ.get(dir_env, folder)
    return DefaultVerifyPaths(cafile if _isfile(cafile) else None, capath if _isdir(capath) else None,
                              file_env, file, dir_env, folder)


_MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')


def cert_time_to_seconds(cert_time):
    """The time that a certificate gives as "Jun 26 21:41:46 2011 GMT", in seconds since the epoch."""
    from time import strptime
    month = cert_time[:3].title()
    rest = ' %d %H:%M:%S %Y GMT'
    if month not in _MONTHS:
        raise ValueError('time data %r does not match format "%%b%s"' % (cert_time, rest))
    t = strptime(cert_time[3:], rest)
    year, month = t[0], _MONTHS.index(month) + 1
    past = year - (month < 3)  # the days are counted in years that begin in March
    days = 365 * past + past // 4 - past // 100 + past // 400 + (153 * ((month + 9) % 12) + 2) // 5 + t[2] - 719469
    return ((days * 24 + t[3]) * 60 + t[4]) * 60 + t[5]


def DER_cert_to_PEM_cert(der_cert_bytes):
    """A certificate in binary as PEM text."""
    text = _b2a_base64(der_cert_bytes)[:-1]
    if _version >= (3,):
        text = text.decode('ascii')
    lines = [PEM_HEADER] + [text[i:i + 64] for i in range(0, len(text), 64)] + [PEM_FOOTER]
    return '\n'.join(lines) + '\n'


def PEM_cert_to_DER_cert(pem_cert_string):
    """A certificate in PEM text as binary."""
    if not pem_cert_string.startswith(PEM_HEADER):
        raise ValueError('Invalid PEM encoding; must start with %s' % PEM_HEADER)
    text = pem_cert_string.strip()
    if not text.endswith(PEM_FOOTER):
        raise ValueError('Invalid PEM encoding; must end with %s' % PEM_FOOTER)
    text = text[len(PEM_HEADER):-len(PEM_FOOTER)]
    return _a2b_base64(text.encode('ASCII', 'strict'))


if _version >= (3,):

    def _dnsname_match(dn, hostname):
        """Whether a name in a certificate is that of a host (RFC 6125, section 6.4.3)."""
        if not dn:
            return False
        stars = dn.count('*')
        if not stars:
            return dn.lower() == hostname.lower()
        if stars > 1:
            raise CertificateError('too many wildcards in certificate DNS name: {!r}.'.format(dn))
        left, dot, rest = dn.partition('.')
        if '*' in rest:
            raise CertificateError('wildcard can only be present in the leftmost label: {!r}.'.format(dn))
        if not dot:
            raise CertificateError('sole wildcard without additional labels are not support: {!r}.'.format(dn))
        if left != '*':
            raise CertificateError('partial wildcards in leftmost label are not supported: {!r}.'.format(dn))
        label, dot, domain = hostname.partition('.')
        return bool(label and dot) and rest.lower() == domain.lower()

    def _inet_paton(ipname):
        """An address in text as bytes; ValueError if it isn't one as it should be written."""
        import socket
        try:
            addr = socket.inet_aton(ipname)
        except OSError:
            pass
        else:
            if socket.inet_ntoa(addr) == ipname:
                return addr
            raise ValueError('{!r} is not a quad-dotted IPv4 address.'.format(ipname))
        try:
            return socket.inet_pton(socket.AF_INET6, ipname)
        except OSError:
            pass
        raise ValueError('{!r} is neither an IPv4 nor an IP6 address.'.format(ipname))

    def _ipaddress_match(cert_ipaddress, host_ip):
        """Whether an address in a certificate is that of the host, which is bytes."""
        return _inet_paton(cert_ipaddress.rstrip()) == host_ip
else:

    def _dnsname_match(dn, hostname, max_wildcards=1):
        """Whether a name in a certificate is that of a host (RFC 6125, section 6.4.3)."""
        if not dn:
            return False
        left, _, rest = dn.partition('.')
        stars = left.count('*')
        if stars > max_wildcards:
            raise CertificateError('too many wildcards in certificate DNS name: ' + repr(dn))
        if not stars:
            return dn.lower() == hostname.lower()
        if left == '*':
            label = '[^.]+'
        elif left.startswith('xn--') or hostname.startswith('xn--'):
            label = _re.escape(left)
        else:
            label = _re.escape(left).replace(r'\*', '[^.]*')
        labels = [label] + [_re.escape(r) for r in rest.split('.') if rest]
        return _re.match('(?:' + r'\.'.join(labels) + r')\Z', hostname, _re.IGNORECASE)


def match_hostname(cert, hostname):
    """Check that a certificate, as getpeercert() gives it, is that of a host; CertificateError if not."""
    if not cert:
        raise ValueError('empty or no certificate, match_hostname needs a SSL socket or SSL context with either '
                         'CERT_OPTIONAL or CERT_REQUIRED')
    if _version >= (3,):
        try:
            host_ip = _inet_paton(hostname)
        except ValueError:
            host_ip = None
    else:
        host_ip = None
    names = []
    for kind, name in cert.get('subjectAltName', ()):
        if kind == 'DNS':
            if host_ip is None and _dnsname_match(name, hostname):
                return
            names.append(name)
        elif kind == 'IP Address' and _version >= (3,):
            if host_ip is not None and _ipaddress_match(name, host_ip):
                return
            names.append(name)
    if not names:
        for rdn in cert.get('subject', ()):
            for key, name in rdn:
                if key == 'commonName':
                    if _dnsname_match(name, hostname):
                        return
                    names.append(name)
    if len(names) > 1:
        raise CertificateError("hostname %r doesn't match either of %s" % (hostname, ', '.join(map(repr, names))))
    if names:
        raise CertificateError("hostname %r doesn't match %r" % (hostname, names[0]))
    raise CertificateError('no appropriate commonName or subjectAltName fields were found')
