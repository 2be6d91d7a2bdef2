"""Other programs: start them, talk to them through pipes, and learn how they end."""

import builtins
import errno
import io
import os
import sys
import warnings
from time import monotonic as _time

import posix as _posix
from _subprocess import (
    DEVNULL, PIPE, STDOUT, _Child, _Exchange, _Handles, _PREEXEC, _abandon, _active, _args_from_interpreter_flags, _candidates,
    _cleanup, _command, _read_only, list2cmdline)

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output', 'run',
           'CalledProcessError', 'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess']
_mswindows = False
_USE_POSIX_SPAWN = _USE_VFORK = False


class SubprocessError(Exception):
    """What goes wrong with a program that was started."""


_output = property(lambda self: self.output, lambda self, value: setattr(self, 'output', value),
                   doc='The output until then.')


class CalledProcessError(SubprocessError):
    """A program ended with another status than 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if not self.returncode or self.returncode > 0:
            return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)
        try:
            import signal
            return "Command '%s' died with %r." % (self.cmd, signal.Signals(-self.returncode))
        except ValueError:
            return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)

    stdout = _output


class TimeoutExpired(SubprocessError):
    """A program took too long."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

    stdout = _output


class CompletedProcess(object):
    """How a program ended, and what it printed."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        fields = ['args=%r' % (self.args,), 'returncode=%r' % (self.returncode,)]
        for name in 'stdout', 'stderr':
            value = getattr(self, name)
            if value is not None:
                fields.append('%s=%r' % (name, value))
        return '%s(%s)' % (type(self).__name__, ', '.join(fields))

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def check_returncode(self):
        """Raise CalledProcessError unless it ended with 0."""
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def _text_encoding():
    if sys.flags.warn_default_encoding:
        warnings.warn("'encoding' argument not specified.", EncodingWarning, 3)
    return 'locale'


def _number_of(what, name, find):
    """The number of a user or group, which may be given by name."""
    if isinstance(name, str):
        number = find(name)
    elif isinstance(name, int):
        number = name
    else:
        raise TypeError('%s must be a string or an integer, not %s' % (what, type(name)))
    if number < 0:
        raise ValueError('%s ID cannot be negative, got %s' % (what.capitalize(), number))
    return number


def _group(what, name):
    def find(name):
        import grp
        return grp.getgrnam(name).gr_gid
    return _number_of(what, name, find)


def _user(name):
    def find(name):
        import pwd
        return pwd.getpwnam(name).pw_uid
    return _number_of('user', name, find)


class Popen(_Child):
    """A program that runs beside this one."""

    _child_created = False
    _sigint_wait_secs = 0.25

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        _cleanup()
        self._waitpid_lock = None
        self._input = None
        self._communication_started = False
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError('bufsize must be an integer')
        if pipesize is None:
            pipesize = -1
        if not isinstance(pipesize, int):
            raise TypeError('pipesize must be an integer')
        if startupinfo is not None:
            raise ValueError('startupinfo is only supported on Windows platforms')
        if creationflags != 0:
            raise ValueError('creationflags is only supported on Windows platforms')
        if preexec_fn is not None:
            raise ValueError(_PREEXEC)
        if pass_fds and not close_fds:
            warnings.warn('pass_fds overriding close_fds.', RuntimeWarning)
            close_fds = True
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = self.returncode = None
        self.encoding, self.errors, self.pipesize = encoding, errors, pipesize
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are supplied but '
                                  'different. Pass one or the other.')
        self.text_mode = encoding or errors or text or universal_newlines
        if self.text_mode and encoding is None:
            self.encoding = encoding = _text_encoding()
        gid = -1 if group is None else _group('group', group)
        groups = None
        if extra_groups is not None:
            if isinstance(extra_groups, str):
                raise ValueError('Groups must be a list, not a string')
            groups = [_group('extra_groups', g) for g in extra_groups]
        uid = -1 if user is None else _user(user)
        process_group = -1 if process_group is None else process_group

        handles = _Handles()
        try:
            for number, given in enumerate((stdin, stdout, stderr)):
                handles.add(number, given)
            if pipesize > 0:
                import fcntl
                for fd in handles.pipes:
                    if fd != -1:
                        fcntl.fcntl(fd, fcntl.F_SETPIPE_SZ, pipesize)
            self._open_pipes(handles, bufsize, encoding, errors)
            self._execute_child(args, executable, shell, env, cwd, handles,
                                sorted(set(map(int, pass_fds))) if close_fds else None,
                                start_new_session, process_group, uid, gid, groups, umask)
        except:
            for f in filter(None, (self.stdin, self.stdout, self.stderr)):
                try:
                    f.close()
                except OSError:
                    pass
            handles.failed()
            raise
        handles.started()

    def _open_pipes(self, handles, bufsize, encoding, errors):
        line_buffering = False
        if self.text_mode and bufsize == 1:
            line_buffering, bufsize = True, -1
        elif bufsize == 1:
            warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will "
                          'be used', RuntimeWarning, 3)
            bufsize = -1
        for name, fd, mode in zip(('stdin', 'stdout', 'stderr'), handles.pipes, ('wb', 'rb', 'rb')):
            if fd == -1:
                continue
            f = io.open(fd, mode, bufsize)
            handles.ours.remove(fd)
            if self.text_mode:
                options = {'write_through': True, 'line_buffering': line_buffering} if name == 'stdin' else {}
                f = io.TextIOWrapper(f, encoding=encoding, errors=errors, **options)
            setattr(self, name, f)

    def _execute_child(self, args, executable, shell, env, cwd, handles, keep, setsid, pgid, uid, gid, groups, umask):
        if shell and isinstance(args, os.PathLike):
            raise TypeError('path-like args is not allowed when shell is true')
        sys.audit('subprocess.Popen', executable, args, cwd, env)
        args, executable = _command(args, shell, executable, os.fspath, (str, bytes, os.PathLike))
        pid = _posix._spawn(_candidates(executable, env), args, env, cwd, handles.child, keep, setsid, pgid, uid, gid,
                            groups, umask, executable)
        self._child_created = True
        self._start(pid)

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)

    def __repr__(self):
        text = '<%s: returncode: %s args: %r>' % (type(self).__name__, self.returncode, self.args)
        return text if len(text) <= 80 else text[:76] + '...>'

    @property
    def universal_newlines(self):
        """Whether the pipes are text."""
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, value):
        self.text_mode = bool(value)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        if self.stdout:
            self.stdout.close()
        if self.stderr:
            self.stderr.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if exc_type is not None and issubclass(exc_type, KeyboardInterrupt):
                self._linger()
            else:
                self.wait()

    def __del__(self):
        if not self._child_created or self.returncode is not None:
            return
        warnings.warn('subprocess %s is still running' % self.pid, ResourceWarning, source=self)
        _abandon(self)

    def _translate_newlines(self, data, encoding, errors):
        return data.decode(encoding, errors).replace('\r\n', '\n').replace('\r', '\n')

    def wait(self, timeout=None):
        """Wait for the end, and give the returncode; TimeoutExpired if it doesn't come in time."""
        end = None if timeout is None else _time() + timeout
        try:
            return self._wait(timeout=timeout)
        except KeyboardInterrupt:
            self._linger(end)
            raise

    def _wait(self, timeout):
        if not self._reap(timeout):
            raise TimeoutExpired(self.args, timeout)
        return self.returncode

    def _linger(self, end=None):
        """Once, a moment for a child that was interrupted from the keyboard as well; not after end."""
        seconds, self._sigint_wait_secs = self._sigint_wait_secs, 0
        if end is not None:
            seconds = min(seconds, end - _time())
        if seconds > 0:
            try:
                self._wait(timeout=seconds)
            except TimeoutExpired:
                pass

    def communicate(self, input=None, timeout=None):
        """Send input, read all output, and wait for the end: (output, errors)."""
        if self._communication_started and input:
            raise ValueError('Cannot send input after starting communication')
        end = None if timeout is None else _time() + timeout
        pipes = [f for f in (self.stdin, self.stdout, self.stderr) if f]
        if timeout is None and not self._communication_started and len(pipes) <= 1:
            if self.stdin:
                self._stdin_write(input)
            return _read_only(self)
        try:
            stdout, stderr = self._communicate(input, end, timeout)
        except KeyboardInterrupt:
            self._linger(end)
            raise
        finally:
            self._communication_started = True
        self.wait(timeout if end is None else max(end - _time(), 0))
        return stdout, stderr

    def _communicate(self, input, end, timeout):
        if not self._communication_started:
            self._exchange = self._begin(input)

        def left():
            if end is None:
                return None
            rest = end - _time()
            if rest < 0:
                raise TimeoutExpired(self.args, timeout, output=self._so_far(self.stdout),
                                     stderr=self._so_far(self.stderr))
            return rest
        self._exchange.run(left)
        return self._whole(self.stdout), self._whole(self.stderr)

    def _stdin_write(self, input):
        try:
            if input:
                self.stdin.write(input)
        except BrokenPipeError:
            pass
        except OSError as e:
            if e.errno != errno.EINVAL:
                raise
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass
        except OSError as e:
            if e.errno != errno.EINVAL:
                raise

    def _begin(self, input):
        stdin, data = None, b''
        if self.stdin:
            try:
                self.stdin.flush()
            except BrokenPipeError:
                pass
            if input:
                stdin, data = self.stdin, input
                if self.text_mode:
                    data = input.encode(self.stdin.encoding, self.stdin.errors)
                data = memoryview(data).cast('B')
            else:
                try:
                    self.stdin.close()
                except BrokenPipeError:
                    pass
        return _Exchange(stdin, data, [f for f in (self.stdout, self.stderr) if f and not f.closed])

    def _so_far(self, f):
        data = b''.join(self._exchange.read.get(f, ()))
        return data or None

    def _whole(self, f):
        if f is None:
            return None
        data = b''.join(self._exchange.read.get(f, ()))
        if self.text_mode:
            return self._translate_newlines(data, f.encoding, f.errors)
        return data


def call(*popenargs, timeout=None, **kwargs):
    """Run a program, and give its returncode."""
    with Popen(*popenargs, **kwargs) as p:
        try:
            return p.wait(timeout=timeout)
        except:
            p.kill()
            raise


def _command_of(popenargs, kwargs):
    cmd = kwargs.get('args')
    return popenargs[0] if cmd is None else cmd


def check_call(*popenargs, **kwargs):
    """As call, but raise CalledProcessError unless it ended with 0."""
    retcode = call(*popenargs, **kwargs)
    if retcode:
        raise CalledProcessError(retcode, _command_of(popenargs, kwargs))
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Run a program, and give its output."""
    for name in 'stdout', 'check':
        if name in kwargs:
            raise ValueError('%s argument not allowed, it will be overridden.' % name)
    if 'input' in kwargs and kwargs['input'] is None:
        text = kwargs.get('universal_newlines') or kwargs.get('text') or kwargs.get('encoding') or kwargs.get('errors')
        kwargs['input'] = '' if text else b''
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a program to its end, and tell how it ended as a CompletedProcess."""
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs['stdout'] = kwargs['stderr'] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except BaseException as e:
            process.kill()
            if isinstance(e, TimeoutExpired):
                process.wait()
            raise
        code = process.poll()
    if check and code:
        raise CalledProcessError(code, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, code, stdout, stderr)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Run a command of the shell's: (status, output with errors)."""
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        status = 0
    except CalledProcessError as e:
        data, status = e.output, e.returncode
    return status, data[:-1] if data[-1:] == '\n' else data


def getoutput(cmd, *, encoding=None, errors=None):
    """Run a command of the shell's, and give its output with errors."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]
