"""How long small pieces of code take.

From a shell: pysock -m timeit [-n N] [-r N] [-s SETUP] [-u UNIT] [-p] [-v] [STATEMENT ...]
"""

import gc
import sys
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

_py2 = sys.version_info[0] == 2

dummy_src_name = "<timeit-src>"
default_number = 1000000
default_repeat = 3 if _py2 else 5
default_timer = time.time if _py2 else time.perf_counter
_globals = globals

template = """\
def inner(_it, _timer{init}):
    {setup}
    _t0 = _timer()
    for _i in _it:
        {stmt}
        pass
    _t1 = _timer()
    return _t1 - _t0
"""


def reindent(src, indent):
    """Moves all lines but the first to the right."""
    return src.replace("\n", "\n" + " " * indent)


def _part(name, code, indent, before=""):
    """A part of the function to time as text, and what its names mean there."""
    if callable(code):
        return "_%s()" % name, {"_" + name: code}
    if not isinstance(code, str if not _py2 else basestring):
        raise ValueError("%s is neither a string nor callable" % name)
    compile(before + code, dummy_src_name, "exec")  # it must stand by itself
    return reindent(code, indent), {}


class Timer(object):
    """Times a statement, which is source or a function without arguments, after
    a setup of either kind. globals is where the source looks up names."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = _globals() if globals is None else globals
        setup_text, more = _part("setup", setup, 4)
        stmt_text, most = _part("stmt", stmt, 8, setup + "\n" if not callable(setup) else "")
        more.update(most)
        init = "".join(", %s=%s" % (n, n) for n in sorted(more))
        src = template.format(stmt=stmt_text, setup=setup_text, init=init)
        self.src = src
        local = more
        exec(compile(src, dummy_src_name, "exec"), names, local)
        self.inner = local["inner"]

    def print_exc(self, file=None):
        """Prints the exception that is being handled, with the timed source."""
        import linecache
        import traceback
        linecache.cache[dummy_src_name] = len(self.src), None, self.src.split("\n"), dummy_src_name
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """The seconds that number runs of the statement take; the garbage
        collector is off meanwhile."""
        enabled = gc.isenabled()
        gc.disable()
        try:
            return self.inner(_times(number), self.timer)
        finally:
            if enabled:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """A list of so many results of timeit()."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """(number, seconds) for the first of 1, 2, 5, 10, ... runs that take
        0.2 seconds or more."""
        scale = 1
        while True:
            for step in 1, 2, 5:
                number = scale * step
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def _times(number):
    import itertools
    return itertools.repeat(None, number)


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """Timer(stmt, setup, timer, globals).timeit(number)"""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Timer(stmt, setup, timer, globals).repeat(repeat, number)"""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


# ---- the command line

_units = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}


def _shown(seconds, unit, precision):
    if unit is None:
        unit = next((u for u in ("sec", "msec", "usec") if seconds >= _units[u]), "usec" if _py2 else "nsec")
    return "%.*g %s" % (precision, seconds / _units[unit], unit)


def main(args=None, _wrap_timer=None):
    """What `-m timeit` does with these arguments."""
    import getopt
    if args is None:
        args = sys.argv[1:]
    try:
        options, args = getopt.getopt(args, "n:u:s:r:tcpvh", [
            "number=", "setup=", "repeat=", "time", "clock", "process", "verbose", "unit=", "help"])
    except getopt.error as err:
        print(err)
        print("use -h/--help for command line help")
        return 2
    timer, stmt, number, setup = default_timer, "\n".join(args) or "pass", 0, []
    times, verbose, precision, unit = default_repeat, 0, 3, None
    for option, value in options:
        if option in ("-n", "--number"):
            number = int(value)
        elif option in ("-s", "--setup"):
            setup.append(value)
        elif option in ("-u", "--unit"):
            if value not in _units:
                sys.stderr.write("Unrecognized unit. Please select nsec, usec, msec, or sec.\n")
                return 2
            unit = value
        elif option in ("-r", "--repeat"):
            times = max(int(value), 1)
        elif option in ("-p", "--process"):
            timer = time.process_time
        elif option in ("-t", "--time"):
            timer = time.time
        elif option in ("-c", "--clock"):
            timer = time.clock
        elif option in ("-v", "--verbose"):
            precision += bool(verbose)
            verbose += 1
        elif option in ("-h", "--help"):
            print(__doc__.strip())
            return 0
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    t = Timer(stmt, "\n".join(setup) or "pass", timer)
    if number == 0:
        def tell(number, taken):
            if verbose:
                print("%d loop%s -> %s" % (number, "s"[:number != 1], _shown(taken, unit, precision)))
        try:
            number, _ = t.autorange(tell)
        except BaseException:
            t.print_exc()
            return 1
        if verbose:
            print("")
    try:
        taken = t.repeat(times, number)
    except BaseException:
        t.print_exc()
        return 1
    if verbose:
        print("raw times: %s" % ", ".join(_shown(x, unit, precision) for x in taken))
        print("")
    best, worst = min(taken) / number, max(taken) / number
    print("%d loop%s, best of %d: %s per loop" % (number, "s"[:number != 1], times, _shown(best, unit, precision)))
    if not _py2 and worst >= best * 4:
        import warnings
        warnings.warn_explicit("The test results are likely unreliable. The worst time (%s) was more than four times "
                               "slower than the best time (%s)." % (_shown(worst, unit, precision), _shown(best, unit, precision)),
                               UserWarning, "", 0)
    return None


if __name__ == "__main__":
    sys.exit(main())
