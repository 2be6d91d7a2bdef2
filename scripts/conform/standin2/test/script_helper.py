"""Scripts that run in a process of their own."""

import subprocess
import sys
import unittest


def _run(args):
    args = list(args)
    if 'pysock' in sys.version:
        args = ['-2'] + [a for a in args if a not in ('-E', '-s', '-S', '-B')]
    p = subprocess.Popen([sys.executable] + args, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE)
    out, err = p.communicate()
    return p.returncode, out, err


def assert_python_ok(*args, **env_vars):
    rc, out, err = _run(args)
    if rc != 0:
        raise AssertionError('ended with %d, stderr follows:\n%s' % (rc, err))
    return rc, out, err


def assert_python_failure(*args, **env_vars):
    rc, out, err = _run(args)
    if rc == 0:
        raise AssertionError('ended with %d, stderr follows:\n%s' % (rc, err))
    return rc, out, err


def _skip(*args, **kwargs):
    raise unittest.SkipTest('makes a script for another process')


make_script = make_pkg = spawn_python = kill_python = _skip
