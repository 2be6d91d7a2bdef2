"""What machine, system and Python a script runs on."""

import os
import sys
from collections import namedtuple

class _Uname(namedtuple('uname_result', 'system node release version machine processor')):
    __slots__ = ()

    def __repr__(self):  # the processor is what CPython asks for only when it is asked
        return 'uname_result(system=%r, node=%r, release=%r, version=%r, machine=%r)' % self[:5]


_Uname.__name__ = _Uname.__qualname__ = 'uname_result'


def _uname():
    u = tuple(os.uname())
    return _Uname(*(u + (_processor(u[4]),)))


def uname():
    """(system, node, release, version, machine, processor) of the machine."""
    return _uname() if sys.version_info[0] > 2 else tuple(_uname())


def _processor(machine):
    """What uname -p says where it says something: on most of Linux, nothing."""
    return {'darwin': {'x86_64': 'i386', 'arm64': 'arm'}.get(machine, '')}.get(sys.platform, '')


def system():
    """'Linux', 'Darwin', ..."""
    return _uname().system


def node():
    """The machine's name in the network."""
    return _uname().node


def release():
    """The release of the system, as '6.1.0'."""
    return _uname().release


def version():
    """The version of that release."""
    return _uname().version


def machine():
    """'x86_64', 'aarch64', ..."""
    return _uname().machine


def processor():
    """The processor's name; '' where nobody knows."""
    return _uname().processor


def architecture(executable=sys.executable, bits='', linkage=''):
    """(bits, linkage) of an executable, which here is this program."""
    return bits or ('64bit' if sys.maxsize > 2 ** 32 else '32bit'), linkage or ('ELF' if sys.platform.startswith('linux') else '')


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    """(library, version) that the program stands on: it is static."""
    return lib, version


def mac_ver(release='', versioninfo=('', '', ''), machine=''):
    """The version of macOS."""
    return release, versioninfo, machine


def win32_ver(release='', version='', csd='', ptype=''):
    """The version of Windows."""
    return release, version, csd, ptype


def java_ver(release='', vendor='', vminfo=('', '', ''), osinfo=('', '', '')):
    """The version of Java."""
    return release, vendor, vminfo, osinfo


def platform(aliased=0, terse=0):
    """All of it in one word, as 'Linux-6.1.0-x86_64'."""
    u = _uname()
    if u.system == 'Darwin' and not terse:
        return 'macOS-%s-%s' % (u.release, u.machine)
    parts = [u.system, u.release]
    if not terse:
        parts.append(u.machine)
    return '-'.join(parts).replace(' ', '_')


def python_version():
    """'3.11.7'"""
    return '%d.%d.%d' % sys.version_info[:3]


def python_version_tuple():
    """('3', '11', '7')"""
    return tuple(python_version().split('.'))


def python_implementation():
    """'CPython', which is what scripts are written for."""
    return 'CPython'


def python_branch():
    return ''


def python_revision():
    return ''


def python_build():
    """(number, date) of the build."""
    return 'main', ''


def python_compiler():
    return 'Go'


if sys.version_info[0] == 2:
    def dist(distname='', version='', id='', supported_dists=()):
        """(name, version, id) of the distribution."""
        return distname, version, id

    linux_distribution = dist
else:
    def freedesktop_os_release():
        """What /etc/os-release says of the distribution, as a dict."""
        info = {'ID': 'linux', 'NAME': 'Linux', 'PRETTY_NAME': 'Linux'}
        for name in '/etc/os-release', '/usr/lib/os-release':
            try:
                f = open(name, encoding='utf-8')
            except OSError:
                continue
            with f:
                for line in f:
                    key, equals, value = line.strip().partition('=')
                    if equals and not key.startswith('#'):
                        info[key] = value.strip('"\'')
            return info
        raise OSError('Unable to read files /etc/os-release, /usr/lib/os-release')
