"""Passwords, which are not shown when they are typed, and the user's name."""

import os
import sys

__all__ = ['getpass', 'getuser', 'GetPassWarning']


class GetPassWarning(UserWarning):
    pass


def getpass(prompt='Password: ', stream=None):
    """Ask for a password, on the terminal."""
    try:
        import termios
    except ImportError:
        return fallback_getpass(prompt, stream)
    tty = None
    try:
        tty = open('/dev/tty', 'r+' if sys.version_info[0] == 2 else 'r')
        fd = tty.fileno()
        out = stream or open('/dev/tty', 'w')
        source = tty
    except (OSError, IOError):
        try:
            fd = sys.stdin.fileno()
        except (AttributeError, ValueError):
            return fallback_getpass(prompt, stream)
        source, out = sys.stdin, stream or sys.stderr
    try:
        old = termios.tcgetattr(fd)
    except termios.error:
        password = fallback_getpass(prompt, stream)
        out.write('\n')
        return password
    new = old[:]
    new[3] &= ~termios.ECHO
    try:
        termios.tcsetattr(fd, termios.TCSADRAIN, new)
        password = _raw_input(prompt, out, source)
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, old)
        out.write('\n')
        out.flush()
    return password


def fallback_getpass(prompt='Password: ', stream=None):
    """Ask for a password that is shown."""
    import warnings
    warnings.warn('Can not control echo on the terminal.', GetPassWarning, stacklevel=2)
    stream = stream or sys.stderr
    stream.write('Warning: Password input may be echoed.\n')
    return _raw_input(prompt, stream)


def _raw_input(prompt='', stream=None, input=None):
    stream = stream or sys.stderr
    input = input or sys.stdin
    if prompt:
        stream.write(str(prompt))
        stream.flush()
    line = input.readline()
    if not line:
        raise EOFError
    return line[:-1] if line[-1] == '\n' else line


def getuser():
    """The name of the user: from the environment, or of the user's number."""
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        user = os.environ.get(name)
        if user:
            return user
    import pwd
    return pwd.getpwuid(os.getuid())[0]
