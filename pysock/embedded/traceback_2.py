"""Exceptions and frames as text."""

import sys
import linecache

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list",
           "format_stack", "format_tb", "print_exc", "format_exc", "print_exception", "print_last",
           "print_stack", "print_tb", "tb_lineno"]


class _Old:
    pass


_instance = type(_Old())


def _write(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        file.write(line)


def _limit(limit):
    return getattr(sys, "tracebacklimit", None) if limit is None else limit


def _summary(code, lineno, globals):
    """(file name, line, function, text) of a frame."""
    linecache.checkcache(code.co_filename)
    line = linecache.getline(code.co_filename, lineno, globals)
    return code.co_filename, lineno, code.co_name, line.strip() if line else None


# ---- tracebacks

def extract_tb(tb, limit=None):
    """The frames of a traceback, up to limit."""
    limit = _limit(limit)
    found = []
    while tb is not None and (limit is None or len(found) < limit):
        found.append(_summary(tb.tb_frame.f_code, tb.tb_lineno, tb.tb_frame.f_globals))
        tb = tb.tb_next
    return found


def format_list(extracted_list):
    """Frames as text."""
    lines = []
    for filename, lineno, name, line in extracted_list:
        text = '  File "%s", line %d, in %s\n' % (filename, lineno, name)
        if line:
            text += "    %s\n" % line.strip()
        lines.append(text)
    return lines


def print_list(extracted_list, file=None):
    """Writes frames."""
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    """A traceback as text."""
    return format_list(extract_tb(tb, limit))


def print_tb(tb, limit=None, file=None):
    """Writes a traceback."""
    _write(format_tb(tb, limit), file)


def tb_lineno(tb):
    """tb.tb_lineno"""
    return tb.tb_lineno


# ---- exceptions

def format_exception(etype, value, tb, limit=None):
    """An exception and its traceback as text."""
    lines = []
    if tb:
        lines = ["Traceback (most recent call last):\n"] + format_tb(tb, limit)
    return lines + format_exception_only(etype, value)


def print_exception(etype, value, tb, limit=None, file=None):
    """Writes an exception and its traceback."""
    _write(format_exception(etype, value, tb, limit), file)


def format_exception_only(etype, value):
    """An exception without its traceback as text."""
    if (isinstance(etype, (BaseException, _instance)) or etype is None or type(etype) is str):
        return [_final_line(etype, value)]
    name = etype.__name__
    if not issubclass(etype, SyntaxError):
        return [_final_line(name, value)]
    try:
        msg, (filename, lineno, offset, text) = value.args
    except Exception:
        return [_final_line(name, value)]
    lines = ['  File "%s", line %d\n' % (filename or "<string>", lineno)]
    if text is not None:
        lines.append("    %s\n" % text.strip())
        if offset is not None:
            before = text.rstrip("\n")[:min(len(text), offset) - 1].lstrip()
            lines.append("    %s^\n" % "".join([c if c.isspace() else " " for c in before]))
    return lines + [_final_line(name, msg)]


def _final_line(name, value):
    text = _text(value)
    if value is None or not text:
        return "%s\n" % name
    return "%s: %s\n" % (name, text)


def _text(value):
    try:
        return str(value)
    except Exception:
        pass
    try:
        return unicode(value).encode("ascii", "backslashreplace")
    except Exception:
        return "<unprintable %s object>" % type(value).__name__


def format_exc(limit=None):
    """The exception that is being handled as text."""
    etype, value, tb = sys.exc_info()
    return "".join(format_exception(etype, value, tb, limit))


def print_exc(limit=None, file=None):
    """Writes the exception that is being handled."""
    etype, value, tb = sys.exc_info()
    print_exception(etype, value, tb, limit, file)


def print_last(limit=None, file=None):
    """Writes the exception that ended the last command of a session."""
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file)


# ---- the stack

def extract_stack(f=None, limit=None):
    """The frames that are running, the innermost last."""
    if f is None:
        f = sys._getframe(1)
    limit = _limit(limit)
    found = []
    while f is not None and (limit is None or len(found) < limit):
        if not f.f_code.co_filename.startswith("<frozen "):
            found.append(_summary(f.f_code, f.f_lineno, f.f_globals))
        f = f.f_back
    found.reverse()
    return found


def format_stack(f=None, limit=None):
    """The same as text."""
    return format_list(extract_stack(sys._getframe(1) if f is None else f, limit))


def print_stack(f=None, limit=None, file=None):
    """Writes the frames that are running."""
    print_list(extract_stack(sys._getframe(1) if f is None else f, limit), file)
