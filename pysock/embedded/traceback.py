"""Exceptions and frames as text."""

import sys
import _traceback

_py2 = sys.version_info[0] == 2


def format_exception(*args, **kwargs):
    return _traceback.format(args[1] if len(args) > 1 else args[0]).splitlines(True)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(*sys.exc_info()))


def print_exc(limit=None, file=None, chain=True):
    (file or sys.stderr).write(format_exc())


class TracebackException(object):
    def __init__(self, kind, value, tb, **options):
        self.value = value

    def format(self):
        return format_exception(self.value)
