"""Commands of the shell's, and what they print."""

import os as _os

__all__ = ['getstatusoutput', 'getoutput', 'getstatus']


def getstatus(file):
    """What ls -ld says of a file."""
    from warnings import warn
    warn('commands.getstatus() is deprecated', DeprecationWarning, 2)
    return getoutput('ls -ld' + mkarg(file))


def getoutput(cmd):
    """The output of a command, with errors."""
    return getstatusoutput(cmd)[1]


def getstatusoutput(cmd):
    """(status as wait gives it, output with errors) of a command."""
    pipe = _os.popen('{ ' + cmd + '; } 2>&1', 'r')
    text = pipe.read()
    status = pipe.close() or 0
    return status, text[:-1] if text[-1:] == '\n' else text


def mk2arg(head, x):
    """The path of x in head, quoted for the shell, with a blank before it."""
    return mkarg(_os.path.join(head, x))


def mkarg(x):
    """Text quoted for the shell, with a blank before it."""
    if "'" not in x:
        return " '" + x + "'"
    text = ' "'
    for c in x:
        text += '\\' + c if c in '\\$"`' else c
    return text + '"'
