"""Commands with pipes to all of their standard files. subprocess does more."""

import os as _os
import posix as _posix
import warnings as _warnings

from _subprocess import _Handles, PIPE as _PIPE, STDOUT as _STDOUT

_warnings.warn('The popen2 module is deprecated.  Use the subprocess module.', DeprecationWarning, stacklevel=2)
__all__ = ['popen2', 'popen3', 'popen4']
MAXFD = 256
_active = []  # commands that nobody holds and that haven't ended


def _cleanup():
    for command in _active[:]:
        if command.poll() >= 0:
            _active.remove(command)


class Popen3:
    """A command; tochild, fromchild and, if errors are captured, childerr are files."""

    sts = -1

    def __init__(self, cmd, capturestderr=False, bufsize=-1):
        self.cmd = cmd
        self._begin(cmd, (_PIPE, _PIPE, _PIPE if capturestderr else None), bufsize)

    def _begin(self, cmd, given, bufsize):
        if isinstance(cmd, basestring):
            cmd = ['/bin/sh', '-c', cmd]
        handles = _Handles()
        for number, what in enumerate(given):
            handles.add(number, what)
        names = [cmd[0]] if '/' in cmd[0] else [_os.path.join(d, cmd[0]) for d in _os.environ.get('PATH', _os.defpath).split(':')]
        try:
            self.pid = _posix._spawn(names, list(cmd), None, None, handles.child, (), False, -1, -1, -1, None, -1, cmd[0])
        except Exception:
            handles.failed()
            raise
        handles.started()
        w, r, e = handles.pipes
        self.tochild = _os.fdopen(w, 'w', bufsize)
        self.fromchild = _os.fdopen(r, 'r', bufsize)
        self.childerr = None if e == -1 else _os.fdopen(e, 'r', bufsize)

    def __del__(self):
        if self.poll() < 0:
            _active.append(self)

    def poll(self, _deadstate=None):
        """The status, -1 while the command runs."""
        if self.sts < 0:
            try:
                pid, sts = _os.waitpid(self.pid, _os.WNOHANG)
                if pid == self.pid:
                    self.sts = sts
            except OSError:
                if _deadstate is not None:
                    self.sts = _deadstate
        return self.sts

    def wait(self):
        """Wait for the end, and give the status."""
        if self.sts < 0:
            self.sts = _os.waitpid(self.pid, 0)[1]
        return self.sts


class Popen4(Popen3):
    """A command whose errors go where its output goes."""

    childerr = None

    def __init__(self, cmd, bufsize=-1):
        self.cmd = cmd
        self._begin(cmd, (_PIPE, _PIPE, _STDOUT), bufsize)


def popen2(cmd, bufsize=-1, mode='t'):
    """(output, input) of a command."""
    inst = Popen3(cmd, False, bufsize)
    return inst.fromchild, inst.tochild


def popen3(cmd, bufsize=-1, mode='t'):
    """(output, input, errors) of a command."""
    inst = Popen3(cmd, True, bufsize)
    return inst.fromchild, inst.tochild, inst.childerr


def popen4(cmd, bufsize=-1, mode='t'):
    """(output with errors, input) of a command."""
    inst = Popen4(cmd, bufsize)
    return inst.fromchild, inst.tochild
