"""What is called when the interpreter ends, the last one registered first."""

import sys

__all__ = ['register']

_exithandlers = []


def register(func, *targs, **kargs):
    """Has func(*targs, **kargs) called at exit; returns func."""
    _exithandlers.append((func, targs, kargs))
    return func


def _run_exitfuncs():
    failed = None
    while _exithandlers:
        func, targs, kargs = _exithandlers.pop()
        try:
            func(*targs, **kargs)
        except SystemExit:
            failed = sys.exc_info()
        except:
            import traceback
            sys.stderr.write('Error in atexit._run_exitfuncs:\n')
            traceback.print_exc()
            failed = sys.exc_info()
    if failed is not None:
        raise failed[0], failed[1], failed[2]


if hasattr(sys, 'exitfunc'):
    register(sys.exitfunc)
sys.exitfunc = _run_exitfuncs
