"""Values as text of a bounded width."""

import sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter"]

_py2 = sys.version_info[0] == 2
if not _py2:
    __all__.append("pp")


def _printer(kind, *args, **kwargs):
    """A function that makes a printer and calls one of its methods."""
    return getattr(PrettyPrinter(*args, **kwargs), kind)


def pprint(object, stream=None, indent=1, width=80, depth=None, **options):
    """Writes a value to a stream, sys.stdout by default."""
    _printer("pprint", stream=stream, indent=indent, width=width, depth=depth, **options)(object)


def pformat(object, indent=1, width=80, depth=None, **options):
    """The text that pprint writes."""
    return _printer("pformat", indent=indent, width=width, depth=depth, **options)(object)


def saferepr(object):
    """The repr, but for what contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether eval could read it again."""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Whether it contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, 0, 0)[2]


if not _py2:
    def pp(object, *args, **kwargs):
        """pprint with the keys of dicts as they come."""
        kwargs.setdefault("sort_dicts", False)
        pprint(object, *args, **kwargs)


class _safe_key(object):
    """Orders what has no order of its own by type and place."""

    __slots__ = ["obj"]

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _safe_tuple(pair):
    return _safe_key(pair[0]), _safe_key(pair[1])


def _sorted(elements):
    return sorted(elements) if _py2 else sorted(elements, key=_safe_key)


def _sorted_items(items):
    return sorted(items) if _py2 else sorted(items, key=_safe_tuple)


def _recursion(object):
    return "<Recursion on %s with id=%s>" % (type(object).__name__, id(object))


def _safe_repr(object, context, maxlevels, level):
    return PrettyPrinter()._safe_repr(object, context, maxlevels, level)


def _is_namedtuple(object):
    return isinstance(object, tuple) and hasattr(type(object), "_fields")


def _prints_as(kind, base):
    """Whether a type has the repr of base, of which it may be a subclass."""
    shown = getattr(kind, "__repr__", None)
    return shown is base.__repr__ and (shown is not object.__repr__ or issubclass(kind, base))


class PrettyPrinter(object):
    """Prints with these settings: indent for each level; width of a line; depth
    from which on there is but "..."; compact: several elements a line;
    sort_dicts; underscore_numbers: 1_000."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, **options):
        indent, width = int(indent), int(width)
        if _py2:
            assert indent >= 0, "indent must be >= 0"
            assert depth is None or depth > 0, "depth must be > 0"
            assert width, "width must be != 0"
        elif indent < 0:
            raise ValueError("indent must be >= 0")
        elif depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        elif not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = stream if stream is not None else sys.stdout
        self._compact = bool(options.pop("compact", False))
        self._sort_dicts = options.pop("sort_dicts", True)
        self._underscore_numbers = options.pop("underscore_numbers", False)
        if options:
            raise TypeError("%s() got an unexpected keyword argument '%s'" % (
                "__init__" if _py2 else "PrettyPrinter.__init__", sorted(options)[0]))

    def pprint(self, object):
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write("\n")

    def pformat(self, object):
        out = _Text()
        self._format(object, out, 0, 0, {}, 0)
        return out.text()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """(text, readable, recursive) of a value on one line."""
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        if not readable:
            self._readable = False
        if recursive:
            self._recursive = True
        return text

    # ---- many lines

    def _format(self, object, stream, indent, allowance, context, level):
        if id(object) in context:
            stream.write(_recursion(object))
            self._recursive, self._readable = True, False
            return
        text = self._repr(object, context, level)
        wide = len(text) > self._width - indent - allowance - _py2
        if _py2:  # which indents what is on one line, too
            write = not (self._depth and level >= self._depth) and _method_of(object)
        else:
            write = wide and _method_of(object)
        if not write:
            stream.write(text)
            return
        around, self._wide = self._wide, wide
        context[id(object)] = 1
        write(self, object, stream, indent, allowance, context, level + 1)
        del context[id(object)]
        self._wide = around

    _wide = True

    def _between(self, indent):
        """What separates elements."""
        return ",\n" + " " * indent if self._wide else ", "

    def _pad(self):
        return (self._indent_per_level - 1) * " "

    def _dict(self, object, stream, indent, allowance, context, level):
        stream.write("{" + self._pad())
        if len(object):
            items = _sorted_items(object.items()) if self._sort_dicts else object.items()
            self._format_dict_items(items, stream, indent, allowance + 1, context, level)
        stream.write("}")

    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        items = list(items)
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            text = self._repr(key, context, level)
            stream.write(text + ": ")
            self._format(value, stream, indent + len(text) + 2, allowance if last or _py2 else 1, context, level)
            if not last:
                stream.write(self._between(indent))

    def _ordered_dict(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = type(object).__name__ + "("
        stream.write(name)
        self._format(list(object.items()), stream, indent + len(name), allowance + 1, context, level)
        stream.write(")")

    def _sequence(opening, closing):
        def write(self, object, stream, indent, allowance, context, level):
            end = "," + closing if closing == ")" and len(object) == 1 else closing
            stream.write(opening)
            self._format_items(object, stream, indent, allowance + len(end), context, level)
            stream.write(end)
        return write

    _list = _sequence("[", "]")
    _tuple = _sequence("(", ")")
    del _sequence

    def _set(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = type(object).__name__
        if _py2:
            opening, closing = name + "([", "])"
        elif type(object) is set:
            opening, closing = "{", "}"
        else:
            opening, closing = name + "({", "})"
        stream.write(opening)
        self._format_items(_sorted(object), stream, indent + len(opening) - 1, allowance + len(closing), context, level)
        stream.write(closing)

    def _format_items(self, items, stream, indent, allowance, context, level):
        """The elements of a sequence, one a line or as many as fit."""
        if self._wide:
            stream.write(self._pad())
        indent += self._indent_per_level
        items = list(items)
        room = most = self._width - indent + 1
        separator = ""
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                most -= allowance
                room -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                width = len(text) + 2
                if room < width:
                    room = most
                    if separator:
                        separator = ",\n" + " " * indent
                if room >= width:
                    room -= width
                    stream.write(separator + text)
                    separator = ", "
                    continue
            stream.write(separator)
            separator = self._between(indent)
            self._format(item, stream, indent, allowance if last or _py2 else 1, context, level)

    def _str(self, object, stream, indent, allowance, context, level):
        """A long string: its lines, and parts of them, as literals."""
        if not len(object):
            stream.write(repr(object))
            return
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        width = self._width - indent
        chunks = []
        for i, line in enumerate(lines):
            text = repr(line)
            room = width - allowance if i == len(lines) - 1 else width
            if len(text) <= room:
                chunks.append(text)
                continue
            part = ""
            words = _words(line)
            for j, word in enumerate(words):
                longer = part + word
                room = width
                if j == len(words) - 1 and i == len(lines) - 1:
                    room -= allowance
                if len(repr(longer)) > room:
                    if part:
                        chunks.append(repr(part))
                    part = word
                else:
                    part = longer
            if part:
                chunks.append(repr(part))
        if len(chunks) == 1:
            stream.write(chunks[0])
            return
        self._chunks(chunks, stream, indent, level)

    def _chunks(self, chunks, stream, indent, level):
        text = ("\n" + " " * indent).join(chunks)
        stream.write("(" + text + ")" if level == 1 else text)

    def _bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        if level == 1:
            indent += 1
            allowance += 1
        self._chunks(list(_byte_chunks(object, self._width - indent, allowance)), stream, indent, level)

    def _bytearray(self, object, stream, indent, allowance, context, level):
        stream.write("bytearray(")
        self._bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(")")

    def _mappingproxy(self, object, stream, indent, allowance, context, level):
        stream.write("mappingproxy(")
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(")")

    def _fields(self, name, fields, stream, indent, context, level, allowance):
        """name=value, ... one a line."""
        for i, (key, value) in enumerate(fields):
            last = i == len(fields) - 1
            stream.write("%s=" % key)
            if id(value) in context:
                stream.write("...")
            else:
                self._format(value, stream, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                stream.write(",\n" + " " * indent)

    def _simplenamespace(self, object, stream, indent, allowance, context, level):
        name = type(object).__name__
        if name == "SimpleNamespace":
            name = "namespace"
        stream.write(name + "(")
        self._fields(name, list(object.__dict__.items()), stream, indent + len(name) + 1, context, level, allowance)
        stream.write(")")

    def _dataclass(self, object, stream, indent, allowance, context, level):
        import dataclasses
        name = type(object).__name__
        stream.write(name + "(")
        fields = [(f.name, getattr(object, f.name)) for f in dataclasses.fields(object) if f.repr]
        self._fields(name, fields, stream, indent + len(name) + 1, context, level, allowance)
        stream.write(")")

    def _defaultdict(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        stream.write("%s(%s,\n%s" % (name, factory, " " * indent))
        self._dict(object, stream, indent, allowance + 1, context, level)
        stream.write(")")

    def _counter(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = type(object).__name__ + "("
        stream.write(name + "{" + self._pad())
        self._format_dict_items(object.most_common(), stream, indent + len(name), allowance + 2, context, level)
        stream.write("})")

    def _chainmap(self, object, stream, indent, allowance, context, level):
        if not len(object.maps):
            stream.write(repr(object))
            return
        name = type(object).__name__ + "("
        stream.write(name)
        indent += len(name)
        for i, m in enumerate(object.maps):
            last = i == len(object.maps) - 1
            self._format(m, stream, indent, allowance + 1 if last else 1, context, level)
            stream.write(")" if last else ",\n" + " " * indent)

    def _deque(self, object, stream, indent, allowance, context, level):
        if not len(object):
            stream.write(repr(object))
            return
        name = type(object).__name__ + "("
        indent += len(name)
        stream.write(name + "[")
        if object.maxlen is None:
            self._format_items(object, stream, indent, allowance + 2, context, level)
            stream.write("])")
        else:
            self._format_items(object, stream, indent, 2, context, level)
            maxlen = self._repr(object.maxlen, context, level)
            stream.write("],\n%smaxlen=%s)" % (" " * indent, maxlen))

    def _user(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    # ---- one line

    def _safe_repr(self, object, context, maxlevels, level):
        kind = type(object)
        if not _py2 and _prints_as(kind, int):
            return ("{:_d}".format(object) if self._underscore_numbers else repr(object)), True, False
        if _prints_as(kind, dict):
            if not object:
                return "{}", True, False
            opening, closing = "{", "}"
        elif _prints_as(kind, list):
            if not object:
                return "[]", True, False
            opening, closing = "[", "]"
        elif _prints_as(kind, tuple):
            if not object:
                return "()", True, False
            opening, closing = "(", ",)" if len(object) == 1 else ")"
        else:
            text = repr(object)
            return text, bool(text and not text.startswith("<")), False
        if maxlevels and level >= maxlevels:
            return opening + "..." + closing, False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        parts, readable, recursive = [], True, False
        elements = object
        if opening == "{":
            elements = object.items()
            if self._sort_dicts or _py2:
                elements = _sorted_items(elements)
        for e in elements:
            texts = []
            for x in e if opening == "{" else (e,):
                text, ok, loops = self.format(x, context, maxlevels, level + 1)
                texts.append(text)
                readable = readable and ok
                recursive = recursive or loops
            parts.append(": ".join(texts))
        del context[id(object)]
        return opening + ", ".join(parts) + closing, readable, recursive

class _Text(object):
    """A stream that keeps what is written to it."""

    def __init__(self):
        self.parts = []
        self.write = self.parts.append

    def text(self):
        return "".join(self.parts)


def _words(line):
    """The words of a line, each with the blanks after it."""
    words, i = [], 0
    while i < len(line):
        j = i
        while j < len(line) and not line[j].isspace():
            j += 1
        while j < len(line) and line[j].isspace():
            j += 1
        words.append(line[i:j])
        i = j
    return words


def _byte_chunks(object, width, allowance):
    """Bytes as literals of up to width, broken at multiples of 4."""
    part = b""
    last = len(object) // 4 * 4
    for i in range(0, len(object), 4):
        if i == last:
            width -= allowance
        longer = part + object[i:i + 4]
        if len(repr(longer)) > width:
            if part:
                yield repr(part)
            part = object[i:i + 4]
        else:
            part = longer
    if part:
        yield repr(part)


# The methods that write values on many lines, by the reprs of their types.
_methods = {dict.__repr__: "_dict", list.__repr__: "_list", tuple.__repr__: "_tuple", set.__repr__: "_set",
            frozenset.__repr__: "_set"}
if not _py2:
    _methods.update({str.__repr__: "_str", bytes.__repr__: "_bytes", bytearray.__repr__: "_bytearray"})

# Classes that only matter if somebody has imported their modules.
_other_methods = {} if _py2 else {
    "collections": (("OrderedDict", "_ordered_dict"), ("defaultdict", "_defaultdict"), ("Counter", "_counter"),
                    ("ChainMap", "_chainmap"), ("deque", "_deque"), ("UserDict", "_user"), ("UserList", "_user"),
                    ("UserString", "_user")),
    "types": (("MappingProxyType", "_mappingproxy"), ("SimpleNamespace", "_simplenamespace")),
}


def _method_of(object):
    """The method that writes a value on many lines, or None."""
    kind = type(object)
    method = _methods.get(getattr(kind, "__repr__", None))
    if method:
        return getattr(PrettyPrinter, method)
    for module, methods in _other_methods.items():
        m = sys.modules.get(module)
        if m is not None:
            for name, method in methods:
                cls = getattr(m, name, None)
                if cls is not None and _prints_as(kind, cls):
                    return getattr(PrettyPrinter, method)
    if not _py2 and hasattr(kind, "__dataclass_fields__") and "__dataclass_fields__" in kind.__dict__ and kind.__dataclass_params__.repr and hasattr(
            kind.__repr__, "__wrapped__"):
        return PrettyPrinter._dataclass
    return None
