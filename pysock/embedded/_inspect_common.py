"""The parts of module inspect that are the same in both Pythons: kinds of
objects, trees of classes, and where an object's source stands."""

import sys

__name__ = "inspect"

_py2 = sys.version_info[0] == 2


class _C:
    def m(self):
        yield


_method = type(_C().m)
_function = type(_C.__dict__["m"])
_generator = type(_C().m())
_code = type(_C.__dict__["m"].__code__)
_frame = type(sys._getframe())
_builtin = type(len)
_module = type(sys)
_classes = type, type(_C)  # Python 2 has two kinds


# ---- kinds

def isclass(object):
    """Whether a class."""
    return isinstance(object, _classes)


def ismethod(object):
    """Whether a method, in Python 3 a bound one."""
    return isinstance(object, _method)


def ismodule(object):
    """Whether a module."""
    return isinstance(object, _module)


def isfunction(object):
    """Whether a function written in Python."""
    return isinstance(object, _function) and hasattr(object, "__code__")


def isgenerator(object):
    """Whether a generator."""
    return isinstance(object, _generator)


def istraceback(object):
    """Whether a traceback."""
    return type(object).__name__ == "traceback" and hasattr(object, "tb_frame")


def isframe(object):
    """Whether a frame."""
    return isinstance(object, _frame)


def iscode(object):
    """Whether a code object."""
    return isinstance(object, _code)


def isbuiltin(object):
    """Whether a function or bound method that isn't written in Python."""
    return isinstance(object, _builtin) and not isfunction(object)


def isabstract(object):
    """Whether a class with abstract methods."""
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


# ---- trees of classes

def getclasstree(classes, unique=0):
    """Classes as nested lists of (class, bases)."""
    children, roots = {}, []
    for c in classes:
        if c.__bases__:
            for parent in c.__bases__:
                children.setdefault(parent, [])
                if c not in children[parent]:
                    children[parent].append(c)
                if unique and parent in classes:
                    break
        elif c not in roots:
            roots.append(c)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    results = []
    classes.sort(key=lambda c: (c.__module__, c.__name__))
    for c in classes:
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


# ---- sources

def getfile(object):
    """The file in which an object was defined."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError("{!r} is a built-in module".format(object))
    if isclass(object):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                if not _py2:
                    raise IOError("source code not available")
        raise TypeError("{!r} is a built-in class".format(object))
    code = _code_of(object)
    if code is None:
        raise TypeError("{!r} is not a module, class, method, function, traceback, frame, or code object".format(object)
                        if _py2 else "module, class, method, function, traceback, frame, or code object was expected, got {}"
                        .format(type(object).__name__))
    return code.co_filename


def _code_of(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        return object.f_code
    return object if iscode(object) else None


def getsourcefile(object):
    """The file of the source of an object, None if there is none."""
    filename = getfile(object)
    if filename.endswith((".pyc", ".pyo")):
        filename = filename[:-1]
    import linecache
    return filename if linecache.getlines(filename) or not filename.startswith("<") else None


def getabsfile(object, _filename=None):
    """The full name of that file."""
    import os
    return os.path.normcase(os.path.abspath(_filename or getsourcefile(object) or getfile(object)))


def getmodulename(path):
    """The name of the module in a file, None if it isn't one."""
    name = path.replace("\\", "/").split("/")[-1]
    for suffix in (".pyc", ".pyo", ".py") if _py2 else (".py",):
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def getmodule(object, _filename=None):
    """The module in which an object was defined, or None."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = _filename or getfile(object)
    except (TypeError, IOError):
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, "__file__", None) == file:
            return module
    return None


def findsource(object):
    """(all lines of the file, index of the line where an object begins)"""
    import linecache
    file = getsourcefile(object)
    if not file:
        raise IOError("source code not available")
    linecache.checkcache(file)
    lines = linecache.getlines(file, getattr(getmodule(object), "__dict__", None))
    if not lines:
        raise IOError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _class_line(lines, getattr(object, "__qualname__", None), object.__name__)
    code = _code_of(object)
    line = code.co_firstlineno - 1
    if line >= len(lines):
        raise IOError("lineno is out of bounds")
    while line > 0 and lines[line - 1].lstrip().startswith("@"):
        line -= 1
    return lines, line


def _class_line(lines, qualname, name):
    """Where a class statement is, by the names of those around it, in Python 2
    by its own: the one least indented."""
    path, best, least = [], None, None
    names = [n for n in qualname.split(".") if n != "<locals>"] if qualname else []
    for i, line in enumerate(lines):
        text = line.lstrip()
        words = text.replace("(", " ").replace(":", " ").split()
        if text.startswith("async def "):
            words = words[1:]
        if len(words) < 2 or words[0] not in ("class", "def"):
            continue
        indent = len(line) - len(text)
        while path and path[-1][0] >= indent:
            path.pop()
        path.append((indent, words[1]))
        if words[0] != "class":
            continue
        if not names:
            if words[1] == name and (least is None or indent < least):
                best, least = i, indent
        elif [n for _, n in path] == names:
            best = i
    if best is None:
        raise IOError("could not find class definition")
    while best > 0 and lines[best - 1].lstrip().startswith("@"):
        best -= 1
    return best


def getblock(lines):
    """The lines of the block that begins with the first."""
    first = lines[0]
    indent = len(first) - len(first.lstrip())
    head = True  # until the line that ends with a colon, and brackets are closed
    depth, quote, end = 0, None, 1
    for i, line in enumerate(lines):
        text = line.strip()
        inside = depth > 0 or quote is not None
        if not head and not inside and text and not text.startswith("#"):
            if len(line) - len(line.lstrip()) <= indent:
                break
        depth, quote, last = _scan(line, depth, quote)
        if text and (not text.startswith("#") or inside or len(line) - len(line.lstrip()) > indent):
            end = i + 1
        if head and depth == 0 and quote is None and not text.startswith("@"):
            if last != ":" and last != "\\" and text:
                break  # the block is on this line, or it is a lambda's
            if last == ":":
                head = False
    return lines[:end]


def _scan(line, depth, quote):
    """Goes through the brackets and quotes of a line; also its last character
    outside of comments."""
    i, last = 0, ""
    while i < len(line):
        c = line[i]
        if quote is not None:
            if c == "\\":
                i += 1
            elif line.startswith(quote, i):
                i += len(quote) - 1
                quote = None
                last = "'"
        elif c in "\"'":
            quote = c * 3 if line.startswith(c * 3, i) else c
            i += len(quote) - 1
        elif c == "#":
            break
        else:
            if c in "([{":
                depth += 1
            elif c in ")]}":
                depth = max(0, depth - 1)
            if not c.isspace():
                last = c
        i += 1
    if quote is not None and len(quote) == 1:
        quote = None
    return depth, quote, last


def getsourcelines(object):
    """(lines of an object's source, number of the first)"""
    if not _py2:
        from _signature import unwrap
        object = unwrap(object)
    lines, line = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[line:]), line + 1


def getsource(object):
    """The source of an object."""
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    """The comment before an object's source, or None."""
    try:
        lines, line = findsource(object)
    except (IOError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == "#!" else 0
        while start < len(lines) and lines[start].strip() in ("", "#"):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == "#":
            end += 1
        return "".join(l.expandtabs() for l in lines[start:end]) or None
    start = line
    indent = len(lines[line]) - len(lines[line].lstrip())
    while start > 0 and lines[start - 1].lstrip()[:1] == "#" and (
            len(lines[start - 1]) - len(lines[start - 1].lstrip()) == indent):
        start -= 1
    return "".join(l.expandtabs().lstrip() for l in lines[start:line]) or None
