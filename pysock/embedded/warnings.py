"""Warnings: what is worth telling, though nothing is wrong yet.

A filter is (action, message, category, module, lineno); the first that fits a
warning decides what becomes of it.
"""

import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings",
           "simplefilter", "resetwarnings", "catch_warnings"]

_py2 = sys.version_info[0] == 2
if _py2:
    __all__.insert(0, "warnpy3k")

_str = basestring if _py2 else str
_actions = ("error", "ignore", "always", "default", "module", "once")

filters = []
onceregistry = {}
_onceregistry = onceregistry
_defaultaction = defaultaction = "default"
_filters_version = 1


def _filters_mutated():
    """Makes the registries of modules forget what the old filters said."""
    global _filters_version
    _filters_version += 1


# ---- showing

def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, sys.stderr by default."""
    _write(WarningMessage(message, category, filename, lineno, file, line), formatwarning)


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as text."""
    return _format(WarningMessage(message, category, filename, lineno, None, line))


# To see whether a script has put its own in their place.
_showwarning = _showwarning_orig = showwarning
_formatwarning_orig = formatwarning


class WarningMessage(object):
    """What showwarning is told."""

    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line") + (
        () if _py2 else ("source",))

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        if not _py2:
            self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return ("{message : %r, category : %r, filename : %r, lineno : %s, line : %r}"
                % (self.message, self._category_name, self.filename, self.lineno, self.line))


def _format(msg):
    category = msg.category.__name__
    text = "%s:%s: %s: %s\n" % (msg.filename, msg.lineno, category, msg.message)
    line = msg.line
    if line is None:
        try:
            import linecache
            line = linecache.getline(msg.filename, msg.lineno)
        except Exception:
            line = None
    if line:
        text += "  %s\n" % line.strip()
    if getattr(msg, "source", None) is not None and not sys.is_finalizing():
        text += "%s: Enable tracemalloc to get the object allocation traceback\n" % category
    return text


def _write(msg, format):
    out = msg.file
    if out is None:
        out = sys.stderr
        if out is None:
            return
    try:
        if format is _formatwarning_orig:
            text = _format(msg)
        else:
            text = format(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
        out.write(text)
    except (IOError, UnicodeError):
        pass  # nobody reads it


def _showwarnmsg(msg):
    """Shows a warning, by the script's showwarning if it has one."""
    show = globals().get("showwarning", _showwarning_orig)
    if show is _showwarning_orig:
        _showwarnmsg_impl(msg)
    elif not callable(show):
        raise TypeError("warnings.showwarning() must be set to a function or method")
    else:
        show(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


def _ours(name):
    """What a script has put in place of ours, or has left there."""
    return globals().get(name, _first[name])


_first = {"filters": filters, "onceregistry": onceregistry, "defaultaction": defaultaction,
          "showwarning": showwarning, "_showwarnmsg": _showwarnmsg}


def _showwarnmsg_impl(msg):
    _write(msg, globals().get("formatwarning", _formatwarning_orig))


# ---- filters

def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a filter in front of all others, or behind them; message and module
    are patterns that match at the start, the first in either case."""
    assert action in _actions, "invalid action: %r" % (action,)
    assert isinstance(message, _str), "message must be a string"
    assert isinstance(category, type) or _py2, "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, _str), "module must be a string"
    _check_line(lineno)
    _add_filter(action, message and _compile(message, True) or None, category,
                module and _compile(module, False) or None, lineno, append=append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for all warnings of a category."""
    assert action in _actions, "invalid action: %r" % (action,)
    _check_line(lineno)
    _add_filter(action, None, category, None, lineno, append=append)


def _check_line(lineno):
    if not _py2:
        assert isinstance(lineno, int), "lineno must be an int"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"


def _compile(pattern, ignore_case):
    import _pattern
    return _pattern.compile(pattern, ignore_case)


def _add_filter(action, message, category, module, lineno, append):
    item = action, message, category, module, lineno
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if not _py2:
            try:
                filters.remove(item)
            except ValueError:
                pass
        filters.insert(0, item)
    _filters_mutated()


def resetwarnings():
    """Removes all filters."""
    filters[:] = []
    _filters_mutated()


class _OptionError(Exception):
    """A -W option that can't be understood."""


def _processoptions(args):
    """Adds the filters of -W options."""
    for arg in args:
        try:
            _setoption(arg)
        except _OptionError as msg:
            sys.stderr.write("Invalid -W option ignored: %s\n" % msg)


def _setoption(arg):
    """Adds the filter action:message:category:module:line."""
    parts = arg.split(":")
    if len(parts) > 5:
        raise _OptionError("too many fields (max 5): %r" % (arg,))
    action, message, category, module, lineno = [p.strip() for p in parts + [""] * (5 - len(parts))]
    action = _getaction(action)
    category = _getcategory(category)
    if lineno:
        try:
            lineno = int(lineno)
            if lineno < 0:
                raise ValueError
        except (ValueError, OverflowError):
            raise _OptionError("invalid lineno %r" % (lineno,))
    else:
        lineno = 0
    if message or module:
        import _pattern
        message = message and _pattern.escape(message)
        module = module and _pattern.escape(module) + r"\Z"
    filterwarnings(action, message, category, module, lineno)


def _getaction(action):
    if not action:
        return "default"
    if action == "all":
        return "always"
    for a in _actions:
        if a.startswith(action):
            return a
    raise _OptionError("invalid action: %r" % (action,))


def _getcategory(category):
    if not category:
        return Warning
    module, _, name = category.rpartition(".")
    if module:
        try:
            m = __import__(module, None, None, [name])
        except ImportError:
            raise _OptionError("invalid module name: %r" % (module,))
    elif _py2:
        import __builtin__ as m
    else:
        import builtins as m
    try:
        cat = getattr(m, name)
    except AttributeError:
        raise _OptionError("unknown warning category: %r" % (category,))
    if not isinstance(cat, type) or not issubclass(cat, Warning):
        raise _OptionError("invalid warning category: %r" % (category,))
    return cat


# ---- warning

def _internal(frame):
    """Whether a frame is of the import system."""
    filename = frame.f_code.co_filename
    return "importlib" in filename and "_bootstrap" in filename


def _caller(stacklevel):
    """(globals, filename, line) of the frame that a warning is about."""
    try:
        frame = sys._getframe(1 + stacklevel if _py2 else 2)
        if not _py2:
            plain = stacklevel <= 1 or _internal(frame)
            for _ in range(stacklevel - 1):
                frame = frame.f_back
                while not plain and frame is not None and _internal(frame):
                    frame = frame.f_back
                if frame is None:
                    raise ValueError
    except (ValueError, AttributeError):
        return sys.__dict__, ("sys" if not _py2 else None), 1
    return frame.f_globals, frame.f_code.co_filename, frame.f_lineno


def warn(message, category=None, stacklevel=1, source=None):
    """Warns of something at the place of the caller, or of a caller of his."""
    if isinstance(message, Warning):
        category = type(message)
    if category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        if _py2:
            assert issubclass(category, Warning)
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)
    globals, filename, lineno = _caller(stacklevel)
    module = globals.get("__name__", "<string>")
    if _py2:
        filename = _filename2(globals, module)
    registry = globals.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, module, registry, globals, source)


def _filename2(globals, module):
    filename = globals.get("__file__")
    if filename:
        return filename[:-1] if filename.lower().endswith((".pyc", ".pyo")) else filename
    if module == "__main__":
        try:
            filename = sys.argv[0]
        except AttributeError:
            filename = "__main__"
    return filename or module


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    """Warns of something at a place."""
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if not _py2 and registry.get("version", 0) != _filters_version:
        registry.clear()
        registry["version"] = _filters_version
    if isinstance(message, Warning):
        text = str(message)
        category = type(message)
    else:
        text = message
        message = category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    action = _action(text, category, module, lineno)
    if action == "ignore":
        if _py2:
            registry[key] = 1
        return
    if not _py2 or module_globals:
        import linecache
        try:
            linecache.getlines(filename, module_globals)
        except (AttributeError, TypeError):
            pass  # a loader with another idea of sources
    if action == "error":
        raise message
    if not _first_time(action, registry, key, text, category):
        return
    if _py2:
        _ours("showwarning")(message, category, filename, lineno)
    else:
        _ours("_showwarnmsg")(WarningMessage(message, category, filename, lineno, source=source))


def _action(text, category, module, lineno):
    """What the filters say of a warning."""
    for action, message, cat, mod, line in _ours("filters"):
        if ((message is None or _fits(message, text)) and issubclass(category, cat)
                and (mod is None or _fits(mod, module)) and (line == 0 or lineno == line)):
            return action
    return _ours("defaultaction")


def _fits(pattern, text):
    return pattern == text if isinstance(pattern, _str) else pattern.match(text)


def _first_time(action, registry, key, text, category):
    """Notes that a warning is shown; returns whether it has to be."""
    if action == "always":
        return True
    if action not in ("once", "module", "default"):
        raise RuntimeError("Unrecognized action (%r) in warnings.filters:\n %s" % (
            action, [f for f in filters if f[0] == action][0]))
    registry[key] = 1
    where, other = registry, (text, category, 0)
    if action == "default":
        return True
    if action == "once":
        where, other = _ours("onceregistry"), (text, category)
    if where.get(other) and (action == "once" or other != key):
        return False
    where[other] = 1
    return True


def _warn_unawaited_coroutine(coro):
    warn("coroutine '%s' was never awaited" % coro.__qualname__, category=RuntimeWarning,
         stacklevel=2, source=coro)


_DEPRECATED_MSG = "{name!r} is deprecated and slated for removal in Python {remove}"


def _deprecated(name, message=_DEPRECATED_MSG, **options):
    """Warns that a name goes with Python remove; RuntimeError where it is gone."""
    remove, version = options["remove"], options.get("_version", sys.version_info)
    shown = "%d.%d" % tuple(remove)
    if version[:2] > remove or version[:2] == remove and version[3] != "alpha":
        raise RuntimeError("%r was slated for removal after Python %s alpha" % (name, shown))
    warn(message.format(name=name, remove=shown), DeprecationWarning, stacklevel=3)


if _py2:
    def warnpy3k(message, category=None, stacklevel=1):
        """Warns of what Python 3 does otherwise, if -3 asks for it."""
        if sys.py3kwarning:
            warn(message, category or DeprecationWarning, stacklevel + 1)


class catch_warnings(object):
    """A context that puts filters and showwarning back at its end. With record
    it gives the list in which warnings are kept instead of being shown."""

    def __init__(self, record=False, module=None, **options):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        filter = [options.pop(name, default) for name, default in (
            ("action", None), ("category", Warning), ("lineno", 0), ("append", False))]
        if options:
            raise TypeError("catch_warnings.__init__() got an unexpected keyword argument '%s'" % sorted(options)[0])
        self._filter = filter if filter[0] is not None else None

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append("module=%r" % (self._module,))
        return "%s(%s)" % (type(self).__name__, ", ".join(args))

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % (self,))
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        self._showwarning = module.showwarning
        mutated = getattr(module, "_filters_mutated", None)
        if mutated:
            mutated()
        if not _py2:
            self._showwarnmsg_impl = module._showwarnmsg_impl
        if self._filter is not None:
            simplefilter(*self._filter)
        if not self._record:
            return None
        log = []
        if _py2:
            def record(*args, **kwargs):
                log.append(WarningMessage(*args, **kwargs))
            module.showwarning = record
        else:
            module._showwarnmsg_impl = log.append
            module.showwarning = module._showwarning_orig
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % (self,))
        module = self._module
        module.filters = self._filters
        module.showwarning = self._showwarning
        mutated = getattr(module, "_filters_mutated", None)
        if mutated:
            mutated()
        if not _py2:
            module._showwarnmsg_impl = self._showwarnmsg_impl


# ---- the filters at the start

_processoptions(getattr(sys, "warnoptions", ()))
if _py2:
    for _category in DeprecationWarning, PendingDeprecationWarning, ImportWarning, BytesWarning:
        simplefilter("ignore", category=_category, append=True)
    del _category
else:
    filters += [("default", None, DeprecationWarning, "__main__", 0)] + [
        ("ignore", None, c, None, 0)
        for c in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, ResourceWarning)]
