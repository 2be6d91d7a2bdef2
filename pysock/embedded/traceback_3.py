"""Exceptions and frames as text."""

import sys
import linecache
import _traceback

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only", "format_list",
           "format_stack", "format_tb", "print_exc", "format_exc", "print_exception", "print_last",
           "print_stack", "print_tb", "clear_frames", "FrameSummary", "StackSummary", "TracebackException",
           "walk_stack", "walk_tb"]

_RECURSIVE_CUTOFF = 3  # how many equal lines in a row are shown

_cause_message = "\nThe above exception was the direct cause of the following exception:\n\n"
_context_message = "\nDuring handling of the above exception, another exception occurred:\n\n"


def _write(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        file.write(line)


def _safe_string(value, what, func=str):
    try:
        return func(value)
    except:
        return f"<{what} {func.__name__}() failed>"


# ---- frames

class FrameSummary:
    """What is told of a frame."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        if lookup_line:
            self.line
        self.locals = None if locals is None else {
            k: _safe_string(v, "local", func=repr) for k, v in locals.items()}
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno

    def _key(self):
        return self.filename, self.lineno, self.name, self.locals

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._key() == other._key()
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, pos):
        return tuple(self)[pos]

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    @property
    def _original_line(self):
        self.line
        return self._line

    @property
    def line(self):
        if self._line is None and self.lineno is not None:
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line and self._line.strip()


def _hidden(frame):
    """Whether a frame belongs to a module that comes with pysock."""
    return frame.f_code.co_filename.startswith("<frozen ")


def walk_stack(f):
    """Yields (frame, line) from a frame, by default the caller's, outwards."""
    if f is None:
        f = sys._getframe().f_back
        while f is not None and _hidden(f):
            f = f.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    """Yields (frame, line) from the outermost frame of a traceback inwards."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk_positions(tb):
    """walk_tb, with (line, end line, column, end column)."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_position
        tb = tb.tb_next


class StackSummary(list):
    """The FrameSummaries of a stack or traceback."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Makes one of what walk_stack or walk_tb yields."""
        return klass._extract(((f, (line, None, None, None)) for f, line in frame_gen),
                              limit, lookup_lines, capture_locals)

    @classmethod
    def _extract(klass, frames, limit=None, lookup_lines=True, capture_locals=False):
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        result = klass()
        frames = list(frames)
        if limit is not None:
            frames = frames[:limit] if limit >= 0 else frames[limit:]
        for f, (lineno, end_lineno, colno, end_colno) in frames:
            code = f.f_code
            linecache.lazycache(code.co_filename, f.f_globals)
            result.append(FrameSummary(
                code.co_filename, lineno, code.co_name, lookup_line=False,
                locals=f.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno))
        for filename in {f.filename for f in result}:
            linecache.checkcache(filename)
        if lookup_lines:
            for f in result:
                f.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """Makes one of FrameSummaries or (file, line, name, text)."""
        result = klass()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary):
        """A frame as text: its place, its line, the marks under it, its locals."""
        f = frame_summary
        row = f'  File "{f.filename}", line {f.lineno}, in {f.name}\n'
        if f.line:
            row += f"    {f.line.strip()}\n"
            if f.colno is not None and f.end_colno is not None:
                marks = _traceback.marks(f._original_line, f.lineno, f.end_lineno, f.colno, f.end_colno)
                if marks:
                    row += f"    {marks}\n"
        if f.locals:
            for name, value in sorted(f.locals.items()):
                row += f"    {name} = {value}\n"
        return row

    def format(self):
        """The frames as text; many equal ones in a row are counted."""
        result = []
        last, count = None, 0
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            key = frame.filename, frame.lineno, frame.name
            if None in key or key != last:
                result += _repeated(count)
                last, count = key, 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        return result + _repeated(count)


def _repeated(count):
    more = count - _RECURSIVE_CUTOFF
    if more <= 0:
        return []
    return [f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"]


def extract_tb(tb, limit=None):
    """The StackSummary of a traceback."""
    return StackSummary._extract(_walk_positions(tb), limit)


def extract_stack(f=None, limit=None):
    """The StackSummary of what is running, the innermost frame last."""
    if f is None:
        f = sys._getframe().f_back
    frames = [(f, (line, None, None, None)) for f, line in walk_stack(f) if not _hidden(f)]
    stack = StackSummary._extract(frames, limit)
    stack.reverse()
    return stack


def format_list(extracted_list):
    """Frames as text."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Writes frames."""
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    """A traceback as text."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Writes a traceback."""
    _write(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    """What is running as text."""
    return extract_stack(sys._getframe().f_back if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Writes what is running."""
    _write(extract_stack(sys._getframe().f_back if f is None else f, limit).format(), file)


def clear_frames(tb):
    """Lets go of the local variables of a traceback."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass  # it is still running
        tb = tb.tb_next


# ---- exceptions

class TracebackException:
    """What is told of an exception and of those that it came from."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        options = dict(limit=limit, lookup_lines=lookup_lines, capture_locals=capture_locals,
                       max_group_width=max_group_width, max_group_depth=max_group_depth)
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract(_walk_positions(exc_traceback), limit, lookup_lines, capture_locals)
        self.exc_type = exc_type
        self._str = _safe_string(exc_value, "exception")
        self.__notes__ = getattr(exc_value, "__notes__", None)
        if exc_type and issubclass(exc_type, SyntaxError):
            self._copy_syntax_error(exc_value)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        if _seen is not None:
            return
        # All exceptions that this one leads to, each of them once.
        seen, todo = {id(exc_value)}, [(self, exc_value)]
        while todo:
            te, e = todo.pop()

            def follow(x):
                if x is None or id(x) in seen:
                    return None
                seen.add(id(x))
                summary = TracebackException(type(x), x, x.__traceback__, _seen=seen, **options)
                todo.append((summary, x))
                return summary
            if e is None:
                continue
            te.__cause__ = follow(e.__cause__)
            if not compact or te.__cause__ is None and not e.__suppress_context__:
                te.__context__ = follow(e.__context__)
            if isinstance(e, BaseExceptionGroup):
                te.exceptions = []
                for x in e.exceptions:
                    summary = TracebackException(type(x), x, x.__traceback__, _seen=seen, **options)
                    seen.add(id(x))
                    te.exceptions.append(summary)
                    todo.append((summary, x))

    def _copy_syntax_error(self, e):
        for name in "filename", "lineno", "end_lineno", "text", "offset", "end_offset", "msg":
            value = getattr(e, name, None)
            setattr(self, name, str(value) if name.endswith("lineno") and value is not None else value)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Makes one of an exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        """Yields the exception without traceback as text, its notes at the end."""
        if self.exc_type is None:
            yield _final_line(None, self._str)
            return
        name = self.exc_type.__qualname__
        module = self.exc_type.__module__
        if module not in ("__main__", "builtins"):
            name = f"{module if isinstance(module, str) else '<unknown>'}.{name}"
        if issubclass(self.exc_type, SyntaxError):
            yield from self._format_syntax_error(name)
        else:
            yield _final_line(name, self._str)
        notes = self.__notes__
        if isinstance(notes, (list, tuple)) or hasattr(notes, "__getitem__") and not isinstance(
                notes, (str, bytes, dict)):
            for note in notes:
                yield from (line + "\n" for line in _safe_string(note, "note").split("\n"))
        elif notes is not None:
            yield _safe_string(notes, "__notes__", func=repr)

    def _format_syntax_error(self, name):
        where = ""
        if self.lineno is not None:
            yield f'  File "{self.filename or "<string>"}", line {self.lineno}\n'
        elif self.filename is not None:
            where = f" ({self.filename})"
        if self.text is not None:
            line = self.text.rstrip("\n")
            text = line.lstrip(" \n\f")
            indent = len(line) - len(text)
            yield f"    {text}\n"
            if self.offset is not None:
                end = self.end_offset or self.offset
                if end in (self.offset, -1):
                    end = self.offset + 1
                start = self.offset - 1 - indent
                if start >= 0:
                    blank = "".join(c if c.isspace() else " " for c in text[:start])
                    yield f"    {blank}{'^' * (end - self.offset)}\n"
        yield f"{name}: {self.msg or '<no detail available>'}{where}\n"

    def _chain(self):
        """(what to say between, exception), the one that came first first."""
        exc, chain = self, []
        while exc is not None:
            if exc.__cause__ is not None:
                message, before = _cause_message, exc.__cause__
            elif exc.__context__ is not None and not exc.__suppress_context__:
                message, before = _context_message, exc.__context__
            else:
                message = before = None
            chain.append((message, exc))
            exc = before
        return reversed(chain)

    def format(self, *, chain=True, _ctx=None):
        """Yields the exception, and those it came from if chain is true."""
        if _ctx is None:
            _ctx = _Margin()
        for message, exc in self._chain() if chain else [(None, self)]:
            if message is not None:
                yield from _ctx.lines([message])
            if exc.exceptions is None:
                if exc.stack:
                    yield from _ctx.lines(["Traceback (most recent call last):\n"])
                    yield from _ctx.lines(exc.stack.format())
                yield from _ctx.lines(exc.format_exception_only())
            elif _ctx.depth > self.max_group_depth:
                yield from _ctx.lines([f"... (max_group_depth is {self.max_group_depth})\n"])
            else:
                yield from self._format_group(exc, chain, _ctx)

    def _format_group(self, exc, chain, ctx):
        outermost = ctx.depth == 0
        if outermost:
            ctx.depth = 1
        if exc.stack:
            yield from ctx.lines(["Exception Group Traceback (most recent call last):\n"], "+" if outermost else "|")
            yield from ctx.lines(exc.stack.format())
        yield from ctx.lines(exc.format_exception_only())
        number = len(exc.exceptions)
        shown = number if self.max_group_width is None else min(number, self.max_group_width)
        parts = [(str(i + 1), e.format(chain=chain, _ctx=ctx)) for i, e in enumerate(exc.exceptions[:shown])]
        if number > shown:
            more = number - shown
            parts.append(("...", ctx.lines([f"and {more} more exception{'s' if more > 1 else ''}\n"])))
        ctx.open = False
        for i, (title, lines) in enumerate(parts):
            if i == len(parts) - 1:
                ctx.open = True  # until the innermost last one closes it
            yield f"{ctx.indent()}{'+-' if i == 0 else '  '}+---------------- {title} ----------------\n"
            ctx.depth += 1
            yield from lines
            if i == len(parts) - 1 and ctx.open:
                yield ctx.indent() + "+------------------------------------\n"
                ctx.open = False
            ctx.depth -= 1
        if outermost:
            ctx.depth = 0

    def print(self, *, file=None, chain=True):
        """Writes the exception."""
        _write(self.format(chain=chain), file)


class _Margin:
    """How far exceptions in groups are set in."""

    def __init__(self):
        self.depth = 0
        self.open = False

    def indent(self):
        return " " * (2 * self.depth)

    def lines(self, texts, bar="|"):
        for text in texts:
            if not self.depth:
                yield text
                continue
            margin = self.indent() + bar + " "
            for line in text.splitlines(True):
                yield margin + line


def _final_line(name, text):
    return f"{name}: {text}\n" if text else f"{name}\n"


class _Missing:
    def __repr__(self):
        return "<implicit>"


_missing = _Missing()


def _parse_args(exc, value, tb):
    """The exception and traceback that (exc), (type, value, tb) mean."""
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _missing:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    """An exception and its traceback as text."""
    value, tb = _parse_args(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    """Writes an exception and its traceback."""
    value, tb = _parse_args(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception_only(exc, /, value=_missing):
    """An exception without its traceback as text."""
    if value is _missing:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only())


def format_exc(limit=None, chain=True):
    """The exception that is being handled as text."""
    return "".join(format_exception(*sys.exc_info(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Writes the exception that is being handled."""
    print_exception(*sys.exc_info(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """Writes the exception that ended the last command of a session."""
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)
