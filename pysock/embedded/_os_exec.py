"""Other programs: in place of this one, or beside it through a pipe."""

from sys import version_info as _version

import posix as _posix
from posix import execv, execve
from errno import ENOENT as _ENOENT, ENOTDIR as _ENOTDIR

__name__ = 'os'


def execl(file, *args):
    """Run a program in place of this one."""
    execv(file, args)


def execle(file, *args):
    """As execl; the last argument is the environment."""
    execve(file, args[:-1], args[-1])


def execlp(file, *args):
    """As execl; the program is looked for on PATH."""
    execvp(file, args)


def execlpe(file, *args):
    """As execle; the program is looked for on PATH."""
    execvpe(file, args[:-1], args[-1])


def execvp(file, args):
    """As execv; the program is looked for on PATH."""
    _exec(file, args)


def execvpe(file, args, env):
    """As execve; the program is looked for on PATH."""
    _exec(file, args, env)


def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    import os
    path = (os.environ if env is None else env).get('PATH', os.defpath)
    return path.split(os.pathsep)


def _exec(file, args, env=None):
    import os
    run, rest = (execv, (args,)) if env is None else (execve, (args, env))
    if os.path.dirname(file):
        run(file, *rest)
        return
    failed = None
    for folder in get_exec_path(env):
        try:
            run(os.path.join(folder, file), *rest)
        except EnvironmentError as e:
            if failed is None or failed.errno in (_ENOENT, _ENOTDIR):
                failed = e
    if failed is not None:
        raise failed


if _version >= (3,):

    def popen(cmd, mode='r', buffering=-1):
        """Run a command of the shell's, and give a file to read its output or write its input."""
        if not isinstance(cmd, str):
            raise TypeError('invalid cmd type (%s, expected string)' % type(cmd))
        if mode not in ('r', 'w'):
            raise ValueError('invalid mode %r' % mode)
        if buffering == 0 or buffering is None:
            raise ValueError('popen() does not support unbuffered streams')
        import io
        pid, fd = _posix._popen(cmd, mode == 'r')
        return _wrap_close(io.open(fd, mode, buffering, encoding='utf-8'), pid)

    class _wrap_close:
        """A pipe to a command, whose close() returns the status, None for 0."""

        def __init__(self, stream, pid):
            self._stream = stream
            self._pid = pid

        def close(self):
            self._stream.close()
            if self._pid is None:
                return None
            _, status = _posix.waitpid(self._pid, 0)
            self._pid = None
            code = _posix.waitstatus_to_exitcode(status)
            if code == 0:
                return None
            return code if code < 0 else code << 8

        def __enter__(self):
            return self

        def __exit__(self, *args):
            self.close()

        def __getattr__(self, name):
            return getattr(self._stream, name)

        def __iter__(self):
            return iter(self._stream)
else:

    class _pipe(file):
        """A pipe to a command, whose close() returns the status, None for 0."""

        def close(self):
            file.close(self)
            if self._pid is None:
                return None
            pid, self._pid = self._pid, None
            return _posix.waitpid(pid, 0)[1] or None

        def __exit__(self, *args):
            self.close()

    def popen(command, mode='r', bufsize=-1):
        """Run a command of the shell's, and give a file to read its output or write its input."""
        if mode[:1] not in ('r', 'w'):
            raise OSError(22, 'Invalid argument')
        pid, fd = _posix._popen(command, mode[0] == 'r')
        pipe = _pipe('/dev/fd/%d' % fd, mode, bufsize)
        _posix.close(fd)
        pipe._pid = pid
        return pipe
