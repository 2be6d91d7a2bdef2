# The traceback of an exception that is raised again while a finally clause, or what a with statement calls, runs.
from __future__ import print_function
import sys
import traceback


def again():
    raise


def itself():
    raise sys.exc_info()[1]


def forget():
    sys.exc_info()[1].__traceback__ = None


def tell(f, *args):
    try:
        f(*args)
    except Exception:
        print(f.__name__, [(name, line) for _, line, name, _ in traceback.extract_tb(sys.exc_info()[2])])


def finally_(how):
    try:
        1 / 0
    finally:
        try:
            how()
        except Exception:
            pass


def except_(how):
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            how()
        except Exception:
            pass
        raise


def unmatched(how):
    try:
        try:
            1 / 0
        finally:
            try:
                how()
            except ZeroDivisionError:
                pass
    except ValueError:
        pass


class Manager(object):
    def __init__(self, how):
        self.how = how

    def __enter__(self):
        return self

    def __exit__(self, *info):
        try:
            self.how()
        except Exception:
            pass


def with_(how):
    with Manager(how):
        1 / 0


def generator(how):
    def g():
        try:
            yield 1 / 0
        finally:
            try:
                how()
            except Exception:
                pass
    for x in g():
        pass


def twice(how):
    try:
        finally_(how)
    finally:
        with_(how) if False else except_pass(how)


def except_pass(how):
    try:
        how()
    except Exception:
        pass


def named():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise e


def instance():
    e = ValueError('one')
    try:
        raise e
    except ValueError:
        pass
    raise e


for f in finally_, except_, unmatched, with_, generator, twice:
    for how in (again, itself, int) + ((forget,) if sys.version_info[0] == 3 else ()):
        if sys.version_info[0] == 3 or how is int:
            tell(f, how)
tell(named)
tell(instance)
