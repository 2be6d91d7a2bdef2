"""Files for tests; they run in a folder of their own."""

import contextlib
import os
import unittest

TESTFN = TESTFN_ASCII = '@test_tmp'
TESTFN_UNICODE = TESTFN + '-\xe0\xf2\u0258\u0141\u011f'
TESTFN_NONASCII = TESTFN + '\xe6'
TESTFN_UNENCODABLE = None
TESTFN_UNDECODABLE = None
FS_NONASCII = '\xe6'
SAVEDCWD = '.'


def unlink(filename):
    try:
        os.unlink(filename)
    except (FileNotFoundError, NotADirectoryError):
        pass


def rmdir(dirname):
    try:
        os.rmdir(dirname)
    except FileNotFoundError:
        pass


def rmtree(path):
    import shutil
    shutil.rmtree(path, ignore_errors=True)


def create_empty_file(filename):
    open(filename, 'wb').close()


def make_bad_fd():
    with open(TESTFN, 'wb') as f:
        fd = f.fileno()
    unlink(TESTFN)
    return fd


def can_symlink():
    return True


def skip_unless_symlink(test):
    return test


def skip_unless_working_chmod(test):
    return test


def skip_if_dac_override(test):
    return unittest.skipIf(os.geteuid() == 0, 'root may do all')(test)


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    path = path or TESTFN + '-dir'
    os.mkdir(path)
    try:
        yield os.path.abspath(path)
    finally:
        rmtree(path)


@contextlib.contextmanager
def change_cwd(path, quiet=False):
    before = os.getcwd()
    os.chdir(path)
    try:
        yield os.getcwd()
    finally:
        os.chdir(before)


@contextlib.contextmanager
def temp_cwd(name='tempcwd', quiet=False):
    with temp_dir(path=name) as path, change_cwd(path):
        yield path


class FakePath:
    """An object with __fspath__."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return '<FakePath %r>' % (self.path,)

    def __fspath__(self):
        if isinstance(self.path, BaseException) or isinstance(self.path, type) and issubclass(self.path, BaseException):
            raise self.path
        return self.path


class EnvironmentVarGuard:
    """Environment variables that become again what they were."""

    def __init__(self):
        self._before = {}

    def __getitem__(self, name):
        return os.environ[name]

    def __setitem__(self, name, value):
        self._before.setdefault(name, os.environ.get(name))
        os.environ[name] = value

    def __delitem__(self, name):
        self._before.setdefault(name, os.environ.get(name))
        os.environ.pop(name, None)

    set, unset = __setitem__, __delitem__

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        for name, value in self._before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
