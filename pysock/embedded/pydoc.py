"""Documentation of objects as text, found out from what they are made of.

This is the part of CPython's module that help() needs: a page of plain text.
"""

import inspect
import sys

try:
    from builtins import help
except ImportError:
    from __builtin__ import help

__all__ = ["help", "getdoc", "splitdoc", "plain", "locate", "render_doc", "doc"]

__absent__ = {
    "browse": "there are no pages of HTML", "HTMLDoc": "there are no pages of HTML", "writedoc": "there are no pages of HTML",
    "writedocs": "there are no pages of HTML", "html": "there are no pages of HTML",
    "apropos": "it imports all modules there are", "pager": "help() has its own",
}

_width = 79


def getdoc(object):
    """The docstring of an object without its indentation, or the comment above
    it; "" if there is neither."""
    text = inspect.getdoc(object)
    if not text:
        try:
            text = inspect.getcomments(object)
        except Exception:
            text = None
    return (text or "").rstrip()


def splitdoc(doc):
    """The first line of a docstring, if it stands for itself, and the rest."""
    lines = doc.strip().split("\n")
    if len(lines) == 1:
        return lines[0], ""
    if not lines[1].rstrip():
        return lines[0], "\n".join(lines[2:])
    return "", "\n".join(lines)


def plain(text):
    """The text without letters that were overstruck to make them bold."""
    out = []
    for c in text:
        if c == "\b":
            if out:
                out.pop()
        else:
            out.append(c)
    return "".join(out)


def locate(path, forceload=0):
    """The object that a dotted name stands for, or None."""
    parts = [part for part in path.split(".") if part]
    found, n = None, 0
    while n < len(parts):
        try:
            __import__(".".join(parts[:n + 1]))
        except ImportError:
            break
        n += 1
        found = sys.modules[".".join(parts[:n])]
    if found is None:
        found = sys.modules["__builtin__" if sys.version_info[0] == 2 else "builtins"]
    for part in parts[n:]:
        try:
            found = getattr(found, part)
        except AttributeError:
            return None
    return found


def _told(object):
    """The signature that the docstring of what is written in C begins with, or
    None, and the rest."""
    text = getdoc(object)
    name = getattr(object, "__name__", None)
    first, _, rest = text.partition("\n")
    if isinstance(name, str) and first.startswith(name + "(") and not inspect.isfunction(object):
        return first[len(name):], rest.strip("\n")
    return None, text


def _first_line(object):
    return _told(object)[1].split("\n", 1)[0].strip()


def _signature(object):
    """How an object is called, as text, or None."""
    try:
        if sys.version_info[0] > 2:
            return str(inspect.signature(object))
        function = object
        if inspect.isclass(object):
            function = object.__init__
        spec = inspect.getargspec(function)
        args = spec.args[1:] if inspect.ismethod(function) and spec.args else spec.args
        return inspect.formatargspec(args, *spec[1:])
    except (TypeError, ValueError, AttributeError):
        return _told(object)[0]


def _is_function(object):
    return inspect.isroutine(object)


def _name(object):
    return getattr(object, "__qualname__", None) or getattr(object, "__name__", None) or repr(object)


def _indented(text, by="    "):
    return "\n".join((by + line).rstrip() for line in text.split("\n"))


def _section(out, title, lines):
    if lines:
        out.append("")
        out.append(title)
        out.extend(lines)


def _row(name, text):
    """A name, and the first line of what there is to say about it."""
    label = "    " + name
    if not text:
        return [label]
    if len(label) + 2 + len(text) <= _width and len(label) < 30:
        return [label.ljust(24) + "  " + text]
    if len(text) > _width - 8:
        text = text[:_width - 11].rsplit(" ", 1)[0] + " ..."
    return [label, "        " + text]


def _class_rows(cls):
    """Methods, other attributes and what is inherited, each in lines."""
    methods, data, inherited = [], [], {}
    names = set(dir(cls))
    for name in sorted(names):
        if name.startswith("_") and name not in ("__init__", "__call__"):
            continue
        owner = cls
        for base in getattr(cls, "__mro__", (cls,)):
            if name in vars(base):
                owner = base
                break
        if owner is not cls:
            if owner is not object and name != "__init__":
                inherited.setdefault(owner, []).append(name)
            continue
        raw = vars(cls)[name]
        try:
            value = getattr(cls, name)
        except AttributeError:
            value = raw
        if isinstance(raw, property) or not _is_function(value):
            text = _first_line(value) if isinstance(raw, property) or inspect.isdatadescriptor(raw) else "= " + _short(value)
            data.extend(_row(name, text))
        elif name != "__init__" or _first_line(value):
            kind = ""
            if isinstance(raw, classmethod):
                kind = "class method: "
            elif isinstance(raw, staticmethod):
                kind = "static method: "
            methods.extend(_row(name + (_signature(value) or "(...)"), (kind + _first_line(value)).rstrip(": ")))
    return methods, data, inherited


def _short(value, limit=50):
    try:
        text = repr(value)
    except Exception:
        text = "<a %s>" % type(value).__name__
    if len(text) > limit:
        text = text[:limit - 3] + "..."
    return text


def _doc_class(cls):
    name = _name(cls)
    module = getattr(cls, "__module__", None)
    title = "class " + name + (_signature(cls) or "")
    bases = [b.__name__ for b in cls.__bases__ if b is not object]
    out = [title]
    place = []
    if bases:
        place.append("derives from " + ", ".join(bases))
    if module and module not in ("__main__", "builtins", "__builtin__", "exceptions"):
        place.append("in module " + module)
    if place:
        out.append("    " + ", ".join(place))
    text = getdoc(cls) if vars(cls).get("__doc__") else ""
    if text:
        out.append("")
        out.append(_indented(text))
    methods, data, inherited = _class_rows(cls)
    _section(out, "Methods", methods)
    _section(out, "Attributes", data)
    for base in cls.__mro__ if hasattr(cls, "__mro__") else ():
        if base in inherited:
            _section(out, "From " + base.__name__, ["    " + line for line in _wrapped(inherited[base])])
    return "\n".join(out)


def _wrapped(words):
    lines, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > _width - 4:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
    if line:
        lines.append(line)
    return lines


def _doc_function(function):
    name = _name(function)
    out = [name + (_signature(function) or "(...)")]
    module = getattr(function, "__module__", None)
    if module and module not in ("__main__", "builtins", "__builtin__"):
        out.append("    in module " + module)
    text = _told(function)[1]
    if text:
        out.append("")
        out.append(_indented(text))
    return "\n".join(out)


def _public(module):
    names = getattr(module, "__all__", None)
    if names is not None:
        return sorted(names)
    own = module.__name__
    names = []
    for name in dir(module):
        if name.startswith("_"):
            continue
        value = getattr(module, name, None)
        if not inspect.ismodule(value) and getattr(value, "__module__", own) in (own, "_" + own, None):
            names.append(name)
    return names


def _doc_module(module):
    out = ["module " + module.__name__]
    text = getdoc(module) if getattr(module, "__doc__", None) else ""
    if text:
        out.append("")
        out.append(_indented(text))
    classes, functions, data = [], [], []
    for name in _public(module):
        try:
            value = getattr(module, name)
        except AttributeError:
            continue
        if inspect.isclass(value):
            classes.extend(_row(name, _first_line(value)))
        elif _is_function(value):
            functions.extend(_row(name + (_signature(value) or "(...)"), _first_line(value)))
        elif inspect.ismodule(value):
            continue
        else:
            data.extend(_row(name, "= " + _short(value)))
    _section(out, "Classes", classes)
    _section(out, "Functions", functions)
    _section(out, "Data", data)
    path = getattr(module, "__file__", None)
    if path:
        _section(out, "File", ["    " + path])
    return "\n".join(out)


def _doc_value(value):
    cls = type(value)
    if cls.__name__ == "instance":
        cls = value.__class__
    out = ["%s %s: %s" % ("An" if cls.__name__[:1] in "aeiouAEIOU" else "A", cls.__name__, _short(value))]
    own = [name for name in sorted(getattr(value, "__dict__", ())) if not name.startswith("_")]
    rows = []
    for name in own:
        rows.extend(_row(name, "= " + _short(getattr(value, name, None))))
    _section(out, "Its attributes", rows)
    out.append("")
    out.append(_doc_class(cls))
    return "\n".join(out)


def render_doc(thing, title="%s", forceload=0, renderer=None):
    """The page about an object, or about what a string names."""
    if isinstance(thing, str):
        found = locate(thing, forceload)
        if found is None:
            raise ImportError("no Python documentation found for %r" % thing)
        thing = found
    if inspect.ismodule(thing):
        text = _doc_module(thing)
    elif inspect.isclass(thing):
        text = _doc_class(thing)
    elif _is_function(thing):
        text = _doc_function(thing)
    elif isinstance(thing, property):
        text = "property\n\n" + _indented(getdoc(thing))
    else:
        text = _doc_value(thing)
    return text + "\n"


def doc(thing, title="%s", forceload=0, output=None):
    """Print the page about an object, or about what a string names."""
    try:
        text = render_doc(thing, title, forceload)
    except ImportError as e:
        text = str(e) + "\n"
    (output or sys.stdout).write(text)
