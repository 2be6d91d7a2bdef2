"""Commands with pipes to all of their standard files."""

from warnings import warn as _warn

from _subprocess import PIPE as _PIPE, STDOUT as _STDOUT

__name__ = 'os'


def _start(name, cmd, bufsize, stderr):
    from subprocess import Popen
    _warn('os.%s is deprecated.  Use the subprocess module.' % name, DeprecationWarning, stacklevel=3)
    return Popen(cmd, shell=isinstance(cmd, basestring), bufsize=bufsize, stdin=_PIPE, stdout=_PIPE, stderr=stderr, close_fds=True)


def popen2(cmd, mode='t', bufsize=-1):
    """(input, output) of a command."""
    p = _start('popen2', cmd, bufsize, None)
    return p.stdin, p.stdout


def popen3(cmd, mode='t', bufsize=-1):
    """(input, output, errors) of a command."""
    p = _start('popen3', cmd, bufsize, _PIPE)
    return p.stdin, p.stdout, p.stderr


def popen4(cmd, mode='t', bufsize=-1):
    """(input, output with errors) of a command."""
    p = _start('popen4', cmd, bufsize, _STDOUT)
    return p.stdin, p.stdout
