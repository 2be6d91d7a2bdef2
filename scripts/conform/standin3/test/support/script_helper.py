"""Scripts that run in a process of their own."""

import collections
import os
import subprocess
import sys
import unittest

_Result = collections.namedtuple('_Result', 'rc out err')


class _PythonRunResult(_Result):
    def fail(self, cmd_line):
        raise AssertionError('%r ended with %s\nstdout:\n%s\nstderr:\n%s' % (
            cmd_line, self.rc, self.out.decode('utf-8', 'replace'), self.err.decode('utf-8', 'replace')))


def _command(args):
    if 'pysock' in sys.version:
        args = [a for a in args if a not in ('-I', '-E', '-s', '-S', '-B')]
        return [sys.executable, '-3', *args]
    return [sys.executable, '-I', *args]


def run_python_until_end(*args, **env_vars):
    env = dict(os.environ)
    env.pop('__cleanenv', None)
    if 'pysock' in sys.version:  # CPython finds its own package test without
        env['PYTHONPATH'] = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    env.update({k: v for k, v in env_vars.items() if not k.startswith('__')})
    cmd_line = _command(args)
    proc = subprocess.Popen(cmd_line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env,
                            cwd=env_vars.get('__cwd'))
    with proc:
        out, err = proc.communicate()
    return _PythonRunResult(proc.returncode, out, err), cmd_line


def _run(ok, args, env_vars):
    res, cmd_line = run_python_until_end(*args, **env_vars)
    if (res.rc == 0) != ok:
        res.fail(cmd_line)
    return res


def assert_python_ok(*args, **env_vars):
    return _run(True, args, env_vars)


def assert_python_failure(*args, **env_vars):
    return _run(False, args, env_vars)


def run_test_script(script):
    assert_python_ok('-u', script)


def spawn_python(*args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **kw):
    return subprocess.Popen(_command(args), stdin=subprocess.PIPE, stdout=stdout, stderr=stderr, **kw)


def kill_python(p):
    p.stdin.close()
    data = p.stdout.read()
    p.stdout.close()
    p.wait()
    return data


def _skip(*args, **kwargs):
    raise unittest.SkipTest('makes a script for another process')


def make_script(script_dir, script_basename, source, omit_suffix=False):
    path = os.path.join(script_dir, script_basename if omit_suffix else script_basename + '.py')
    with open(path, 'w', encoding='utf-8') as f:
        f.write(source)
    return path


make_pkg = make_zip_script = make_zip_pkg = _skip


def interpreter_requires_environment():
    return False
