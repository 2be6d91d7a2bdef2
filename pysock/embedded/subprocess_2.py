"""Other programs: start them, talk to them through pipes, and learn how they end."""

import errno
import os
import sys
import types

import posix as _posix
from _subprocess import (
    PIPE, STDOUT, _Child, _Exchange, _Handles, _PREEXEC, _abandon, _active, _args_from_interpreter_flags, _candidates, _cleanup,
    _command, _read_only, list2cmdline)

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'check_output', 'CalledProcessError']
mswindows = False
try:
    MAXFD = _posix.sysconf('SC_OPEN_MAX')
except (AttributeError, OSError, ValueError):
    MAXFD = 256


class CalledProcessError(Exception):
    """A program ended with another status than 0."""

    def __init__(self, returncode, cmd, output=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output

    def __str__(self):
        return "Command '%s' returned non-zero exit status %d" % (self.cmd, self.returncode)


class Popen(_Child):
    """A program that runs beside this one."""

    _child_created = False

    def __init__(self, args, bufsize=0, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=False, shell=False, cwd=None, env=None, universal_newlines=False, startupinfo=None,
                 creationflags=0):
        _cleanup()
        if not isinstance(bufsize, (int, long)):
            raise TypeError('bufsize must be an integer')
        if startupinfo is not None:
            raise ValueError('startupinfo is only supported on Windows platforms')
        if creationflags != 0:
            raise ValueError('creationflags is only supported on Windows platforms')
        if preexec_fn is not None:
            raise ValueError(_PREEXEC)
        self.stdin = self.stdout = self.stderr = None
        self.pid = self.returncode = None
        self.universal_newlines = universal_newlines
        handles = _Handles()
        try:
            for number, given in enumerate((stdin, stdout, stderr)):
                handles.add(number, given)
            args, executable = _command(args, shell, executable, str, types.StringTypes)
            pid = _posix._spawn(_candidates(executable, env), args, env, cwd, handles.child, () if close_fds else None,
                                False, -1, -1, -1, None, -1, executable)
        except OSError as e:
            handles.failed()
            if e.filename is not None and e.filename == cwd:
                raise
            raise OSError(e.errno, e.strerror)
        except Exception:
            handles.failed()
            raise
        self._start(pid)
        self._child_created = True
        handles.started()
        for name, fd, mode in zip(('stdin', 'stdout', 'stderr'), handles.pipes, 'wrr'):
            if fd != -1:
                if name == 'stdin':
                    mode = 'wb'
                else:
                    mode = 'rU' if universal_newlines else 'rb'
                setattr(self, name, os.fdopen(fd, mode, bufsize))

    def __del__(self):
        if self._child_created and self.returncode is None:
            _abandon(self)

    def _translate_newlines(self, data):
        return data.replace('\r\n', '\n').replace('\r', '\n')

    def wait(self):
        """Wait for the end, and give the returncode."""
        self._reap(None)
        return self.returncode

    def communicate(self, input=None):
        """Send input, read all output, and wait for the end: (output, errors)."""
        pipes = [f for f in (self.stdin, self.stdout, self.stderr) if f]
        if len(pipes) <= 1:
            if self.stdin:
                try:
                    if input:
                        self.stdin.write(input)
                    self.stdin.close()
                except IOError as e:
                    if e.errno not in (errno.EPIPE, errno.EINVAL):
                        raise
            return _read_only(self)
        stdin = None
        if self.stdin:
            self.stdin.flush()
            if input:
                stdin = self.stdin
            else:
                self.stdin.close()
        exchange = _Exchange(stdin, input or '', [f for f in (self.stdout, self.stderr) if f])
        exchange.run(lambda: None)
        self.wait()
        return self._whole(exchange, self.stdout), self._whole(exchange, self.stderr)

    def _whole(self, exchange, f):
        if f is None:
            return None
        data = ''.join(exchange.read[f])
        return self._translate_newlines(data) if self.universal_newlines else data


def call(*popenargs, **kwargs):
    """Run a program, and give its returncode."""
    return Popen(*popenargs, **kwargs).wait()


def check_call(*popenargs, **kwargs):
    """As call, but raise CalledProcessError unless it ended with 0."""
    retcode = call(*popenargs, **kwargs)
    if retcode:
        cmd = kwargs.get('args')
        raise CalledProcessError(retcode, popenargs[0] if cmd is None else cmd)
    return 0


def check_output(*popenargs, **kwargs):
    """Run a program, and give its output."""
    if 'stdout' in kwargs:
        raise ValueError('stdout argument not allowed, it will be overridden.')
    process = Popen(stdout=PIPE, *popenargs, **kwargs)
    output, _ = process.communicate()
    retcode = process.poll()
    if retcode:
        cmd = kwargs.get('args')
        raise CalledProcessError(retcode, popenargs[0] if cmd is None else cmd, output=output)
    return output
