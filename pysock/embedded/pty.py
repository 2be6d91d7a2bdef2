"""Pseudo-terminals."""

import os as _os
import posix as _posix
import sys as _sys

__all__ = ['openpty', 'spawn']
STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO = 0, 1, 2
CHILD = 0
__absent__ = {'fork': "a process written in Go can't be forked: use pty.spawn, or subprocess with openpty"}


def openpty():
    """(master, slave): the two ends of a new terminal."""
    return _os.openpty()


def _read(fd):
    return _os.read(fd, 1024)


def _write_all(fd, data):
    while data:
        data = data[_os.write(fd, data):]


def spawn(argv, master_read=_read, stdin_read=_read):
    """Run a program in a terminal of its own, joined to this one; the status as waitpid gives it."""
    import tty
    from select import select
    if isinstance(argv, str):
        argv = (argv,)
    master, slave = openpty()
    program = argv[0]
    names = [program] if '/' in program else [_os.path.join(d, program) for d in _os.environ.get('PATH', _os.defpath).split(':')]
    try:
        pid = _posix._spawn(names, list(argv), None, None, (slave, slave, slave), (), True, -1, -1, -1, None, -1, program)
    finally:
        _os.close(slave)
    try:
        mode = tty.tcgetattr(STDIN_FILENO)
        tty.setraw(STDIN_FILENO)
    except tty.error:
        mode = None
    fds = [master, STDIN_FILENO]
    try:
        while master in fds:
            ready = select(fds, [], [])[0]
            if master in ready:
                try:
                    data = master_read(master)
                except OSError:
                    data = b''
                if data:
                    _write_all(STDOUT_FILENO, data)
                else:
                    fds.remove(master)
            if STDIN_FILENO in ready:
                data = stdin_read(STDIN_FILENO)
                if data:
                    _write_all(master, data)
                else:
                    fds.remove(STDIN_FILENO)
    finally:
        if mode is not None:
            tty.tcsetattr(STDIN_FILENO, tty.TCSAFLUSH, mode)
        _os.close(master)
    status = _os.waitpid(pid, 0)[1]
    return status if _sys.version_info >= (3,) else None
