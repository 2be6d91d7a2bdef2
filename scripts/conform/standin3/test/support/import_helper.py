"""Imports that tests make."""

import contextlib
import sys
import unittest


def _import(name):
    __import__(name)
    return sys.modules[name]


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return _import(name)
    except ImportError as e:
        raise unittest.SkipTest(str(e))


def unload(name):
    sys.modules.pop(name, None)


forget = unload


def import_fresh_module(name, fresh=(), blocked=(), deprecated=False):
    names = [name, *fresh, *blocked]
    before = {n: sys.modules.pop(n) for n in list(sys.modules)
              if any(n == m or n.startswith(m + '.') for m in names)}
    for n in blocked:
        sys.modules[n] = None
    try:
        for n in fresh:
            _import(n)
        try:
            return _import(name)
        except ImportError:  # there is but one: not written in Python
            for n in blocked:
                sys.modules.pop(n, None)
            return _import(name)
    except ImportError:
        return None
    finally:
        for n in list(sys.modules):
            if any(n == m or n.startswith(m + '.') for m in names):
                del sys.modules[n]
        sys.modules.update(before)


class CleanImport:
    def __init__(self, *names):
        self._before = sys.modules.copy()
        for name in names:
            sys.modules.pop(name, None)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        sys.modules.update(self._before)


class DirsOnSysPath:
    def __init__(self, *paths):
        self._before = sys.path[:]
        sys.path.extend(paths)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        sys.path[:] = self._before


@contextlib.contextmanager
def ready_to_import(name='spam', source=''):
    """A module that can be imported, of this source."""
    from test.support.os_helper import temp_dir
    from test.support.script_helper import make_script
    before = sys.modules.pop(name, None)
    with temp_dir('ready') as folder:
        path = make_script(folder, name, source)
        sys.path.insert(0, folder)
        try:
            yield name, path
        finally:
            sys.path.remove(folder)
            unload(name)
            if before is not None:
                sys.modules[name] = before
