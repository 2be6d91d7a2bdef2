"""Options of command lines, as C's getopt takes them."""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    """An option that is unknown, or lacks or has an argument."""

    opt = ""
    msg = ""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """(options, rest): the options at the start of args, as (name, value)."""
    return _take(args, shortopts, longopts, stop=True)


def gnu_getopt(args, shortopts, longopts=[]):
    """The same, but options may follow other arguments, unless shortopts
    begins with "+" or POSIXLY_CORRECT is set."""
    stop = False
    if shortopts.startswith("+"):
        shortopts, stop = shortopts[1:], True
    else:
        import os
        stop = bool(os.environ.get("POSIXLY_CORRECT"))
    return _take(args, shortopts, longopts, stop)


def _take(args, shortopts, longopts, stop):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    options, rest = [], []
    args = args[:]
    while args:
        a = args[0]
        if a == "--":
            return options, rest + args[1:]
        if a[:2] == "--":
            args = _take_long(options, a[2:], longopts, args[1:])
        elif a[:1] == "-" and a != "-":
            args = _take_short(options, a[1:], shortopts, args[1:])
        elif stop:
            return options, rest + args
        else:
            rest.append(a)
            args = args[1:]
    return options, rest


def _take_long(options, opt, longopts, args):
    value = None
    if "=" in opt:
        opt, value = opt.split("=", 1)
    takes, opt = long_has_args(opt, longopts)
    if takes:
        if value is None:
            if not args:
                raise GetoptError("option --%s requires argument" % opt, opt)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError("option --%s must not have an argument" % opt, opt)
    options.append(("--" + opt, value or ""))
    return args


def long_has_args(opt, longopts):
    """(whether it takes an argument, full name) of an option or the start of one."""
    possible = [o for o in longopts if o.startswith(opt)]
    if not possible:
        raise GetoptError("option --%s not recognized" % opt, opt)
    if opt in possible:
        return False, opt
    if opt + "=" in possible:
        return True, opt
    if len(possible) > 1:
        raise GetoptError("option --%s not a unique prefix" % opt, opt)
    name = possible[0]
    return name.endswith("="), name.rstrip("=") if name.endswith("=") else name


def _take_short(options, letters, shortopts, args):
    while letters:
        opt, letters = letters[0], letters[1:]
        value = ""
        if short_has_arg(opt, shortopts):
            if not letters:
                if not args:
                    raise GetoptError("option -%s requires argument" % opt, opt)
                letters, args = args[0], args[1:]
            value, letters = letters, ""
        options.append(("-" + opt, value))
    return args


def short_has_arg(opt, shortopts):
    for i, c in enumerate(shortopts):
        if opt == c != ":":
            return shortopts.startswith(":", i + 1)
    raise GetoptError("option -%s not recognized" % opt, opt)
