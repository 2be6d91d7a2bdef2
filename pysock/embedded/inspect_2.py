"""What is known of live objects: kinds, members, sources, arguments, frames."""

import sys
import linecache
from collections import namedtuple
from _cleandoc import cleandoc

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
TPFLAGS_IS_ABSTRACT = 1 << 20

ArgSpec = namedtuple("ArgSpec", "args varargs keywords defaults")
Arguments = namedtuple("Arguments", "args varargs keywords")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")
Attribute = namedtuple("Attribute", "name kind defining_class object")
Traceback = namedtuple("Traceback", "filename lineno function code_context index")
ModuleInfo = namedtuple("ModuleInfo", "name suffix mode module_type")


class _Old:
    def m(self):
        yield


_function = type(_Old.__dict__["m"])
_method = type(_Old().m)
_classobj = type(_Old)
_generator = type(_Old().m())
_code = type(_Old.__dict__["m"].__code__)
_frame = type(sys._getframe())


# ---- kinds

def ismodule(object):
    """Whether a module."""
    return isinstance(object, type(sys))


def isclass(object):
    """Whether a class, of the old kind too."""
    return isinstance(object, (type, _classobj))


def ismethod(object):
    """Whether a method, bound or not."""
    return isinstance(object, _method)


def ismethoddescriptor(object):
    """Whether a descriptor of a method that isn't written in Python."""
    return (hasattr(object, "__get__") and not hasattr(object, "__set__")
            and not ismethod(object) and not isfunction(object) and not isclass(object))


def isdatadescriptor(object):
    """Whether a descriptor with __get__ and __set__."""
    return hasattr(object, "__set__") and hasattr(object, "__get__")


def ismemberdescriptor(object):
    """Whether a descriptor of a slot."""
    return type(object).__name__ == "member_descriptor"


def isgetsetdescriptor(object):
    """Whether a descriptor of an attribute of a built-in type."""
    return type(object).__name__ == "getset_descriptor"


def isfunction(object):
    """Whether a function written in Python."""
    return isinstance(object, _function) and hasattr(object, "__code__")


def isgeneratorfunction(object):
    """Whether a function with yield."""
    return bool((isfunction(object) or ismethod(object)) and object.func_code.co_flags & CO_GENERATOR)


def isgenerator(object):
    """Whether a generator."""
    return isinstance(object, _generator)


def istraceback(object):
    """Whether a traceback."""
    return hasattr(object, "tb_frame")


def isframe(object):
    """Whether a frame."""
    return isinstance(object, _frame)


def iscode(object):
    """Whether a code object."""
    return isinstance(object, _code)


def isbuiltin(object):
    """Whether a function or bound method that isn't written in Python."""
    return isinstance(object, type(len)) and not isfunction(object)


def isroutine(object):
    """Whether a function or method of any kind."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    """Whether a class with abstract methods."""
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


# ---- members

def getmembers(object, predicate=None):
    """(name, value) of all attributes, or of those that predicate is true for."""
    missing = []
    found = [(name, getattr(object, name, missing)) for name in dir(object)]
    return sorted(pair for pair in found if pair[1] is not missing and (not predicate or predicate(pair[1])))


def classify_class_attrs(cls):
    """Attributes of a class with their kinds."""
    result = []
    mro = getmro(cls)
    for name in dir(cls):
        home, stored = None, getattr(cls, name, None)
        for base in mro:
            if name in getattr(base, "__dict__", ()):
                home, stored = base, base.__dict__[name]
                break
        if isinstance(stored, staticmethod):
            kind = "static method"
        elif isinstance(stored, classmethod):
            kind = "class method"
        elif isinstance(stored, property):
            kind = "property"
        elif ismethod(getattr(cls, name, None)) or ismethoddescriptor(stored) or isfunction(stored):
            kind = "method"
        else:
            kind = "data"
        result.append(Attribute(name, kind, home, stored))
    return result


def getmro(cls):
    """The classes that attributes of a class are looked for in."""
    if hasattr(cls, "__mro__"):
        return cls.__mro__
    result = []
    _search_bases(cls, result)
    return tuple(result)


def _search_bases(cls, result):
    if cls not in result:
        result.append(cls)
        for base in cls.__bases__:
            _search_bases(base, result)


def getclasstree(classes, unique=0):
    """Classes as nested lists of (class, bases)."""
    children, roots = {}, []
    for c in classes:
        if c.__bases__:
            for parent in c.__bases__:
                children.setdefault(parent, []).append(c)
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


# ---- documentation and sources

def getdoc(object):
    """The docstring of an object, cleaned."""
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, basestring) else None


def getfile(object):
    """The file in which an object was defined."""
    if ismodule(object):
        if hasattr(object, "__file__"):
            return object.__file__
        raise TypeError("{!r} is a built-in module".format(object))
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if hasattr(module, "__file__"):
            return module.__file__
        raise TypeError("{!r} is a built-in class".format(object))
    code = _code_of(object)
    if code is None:
        raise TypeError("{!r} is not a module, class, method, function, traceback, frame, or code object".format(object))
    return code.co_filename


def _code_of(object):
    if ismethod(object):
        object = object.im_func
    if isfunction(object):
        return object.func_code
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        return object.f_code
    return object if iscode(object) else None


def getsourcefile(object):
    """The file of the source of an object, None if there is none."""
    filename = getfile(object)
    if filename.lower().endswith((".pyc", ".pyo")):
        filename = filename[:-1]
    return filename if linecache.getlines(filename) else None


def getmodule(object, _filename=None):
    """The module in which an object was defined, or None."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getfile(object)
    except TypeError:
        return None
    for module in sys.modules.values():
        if ismodule(module) and getattr(module, "__file__", None) == file:
            return module


def getmodulename(path):
    """The name of the module in a file, None if it isn't one."""
    name = path.split("/")[-1]
    return name.rsplit(".", 1)[0] if name.endswith((".py", ".pyc", ".pyo")) else None


def findsource(object):
    """(all lines of the file, index of the line where an object begins)"""
    file = getsourcefile(object)
    lines = linecache.getlines(file) if file else None
    if not lines:
        raise IOError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        best = None
        for i, line in enumerate(lines):
            words = line.replace("(", " ").replace(":", " ").split()
            if words[:2] == ["class", object.__name__] and (best is None or line[:1] == "c" and lines[best][:1] != "c"):
                best = i
        if best is None:
            raise IOError("could not find class definition")
        return lines, best
    line = _code_of(object).co_firstlineno - 1
    while line > 0 and lines[line - 1].lstrip().startswith("@"):
        line -= 1
    return lines, line


def getblock(lines):
    """The lines of the block that begins with the first."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    end, head, depth = 1, True, 0
    for i, line in enumerate(lines):
        text = line.strip()
        if not head and not depth and text and len(line) - len(line.lstrip()) <= indent:
            break
        for c in text.split("#")[0]:
            depth += (c in "([{") - (c in ")]}")
        if text:
            end = i + 1
        if head and not depth and text[:1] != "@":
            if not text.endswith(":"):
                break
            head = False
    return lines[:end]


def getsourcelines(object):
    """(lines of an object's source, number of the first)"""
    lines, line = findsource(object)
    if ismodule(object):
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
    start = line
    while start > 0 and lines[start - 1].lstrip()[:1] == "#":
        start -= 1
    return "".join([l.expandtabs().lstrip() for l in lines[start:line]]) or None


# ---- arguments

def getargs(co):
    """Arguments(args, varargs, keywords) of a code object."""
    if not iscode(co):
        raise TypeError("{!r} is not a code object".format(co))
    names = list(co.co_varnames)
    args, rest = names[:co.co_argcount], names[co.co_argcount:]
    varargs = rest.pop(0) if co.co_flags & CO_VARARGS else None
    keywords = rest.pop(0) if co.co_flags & CO_VARKEYWORDS else None
    return Arguments(args, varargs, keywords)


def getargspec(func):
    """ArgSpec(args, varargs, keywords, defaults) of a function."""
    if ismethod(func):
        func = func.im_func
    if not isfunction(func):
        raise TypeError("{!r} is not a Python function".format(func))
    args, varargs, keywords = getargs(func.func_code)
    return ArgSpec(args, varargs, keywords, func.func_defaults)


def getargvalues(frame):
    """ArgInfo(args, varargs, keywords, locals) of a frame."""
    args, varargs, keywords = getargs(frame.f_code)
    return ArgInfo(args, varargs, keywords, frame.f_locals)


def formatargspec(args, varargs=None, varkw=None, defaults=None, formatarg=str,
                  formatvarargs=lambda name: "*" + name, formatvarkw=lambda name: "**" + name,
                  formatvalue=lambda value: "=" + repr(value), join=None):
    """What getargspec gives as text."""
    parts = []
    first = len(args) - len(defaults or ())
    for i, arg in enumerate(args):
        text = formatarg(arg)
        if i >= first:
            text += formatvalue(defaults[i - first])
        parts.append(text)
    if varargs is not None:
        parts.append(formatvarargs(varargs))
    if varkw is not None:
        parts.append(formatvarkw(varkw))
    return "(" + ", ".join(parts) + ")"


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: "*" + name,
                    formatvarkw=lambda name: "**" + name, formatvalue=lambda value: "=" + repr(value), join=None):
    """What getargvalues gives as text."""
    parts = [formatarg(a) + formatvalue(locals[a]) for a in args]
    if varargs:
        parts.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        parts.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return "(" + ", ".join(parts) + ")"


def getcallargs(func, *positional, **named):
    """Which parameter of a function gets which argument."""
    args, varargs, varkw, defaults = getargspec(func)
    if ismethod(func) and func.im_self is not None:
        positional = (func.im_self,) + positional
    result = dict(zip(args, positional))
    if varargs:
        result[varargs] = positional[len(args):]
    elif len(positional) > len(args):
        raise TypeError("%s() takes %s %d argument%s (%d given)" % (
            func.__name__, "at most" if defaults else "exactly", len(args), "s"[:len(args) != 1], len(positional)))
    extra = {}
    for name, value in named.items():
        if name in args:
            if name in result:
                raise TypeError("%s() got multiple values for keyword argument '%s'" % (func.__name__, name))
            result[name] = value
        elif varkw:
            extra[name] = value
        else:
            raise TypeError("%s() got an unexpected keyword argument '%s'" % (func.__name__, name))
    if varkw:
        result[varkw] = extra
    for name, value in zip(args[len(args) - len(defaults or ()):], defaults or ()):
        result.setdefault(name, value)
    missing = [a for a in args if a not in result]
    if missing:
        n = len(args) - len(defaults or ())
        raise TypeError("%s() takes %s %d argument%s (%d given)" % (
            func.__name__, "at least" if defaults or varargs else "exactly", n, "s"[:n != 1], n - len(missing)))
    return result


# ---- frames

def getframeinfo(frame, context=1):
    """The Traceback of a frame or traceback, with that many lines around it."""
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    else:
        lineno = frame.f_lineno
    if not isframe(frame):
        raise TypeError("{!r} is not a frame or traceback object".format(frame))
    filename = frame.f_code.co_filename
    lines = index = None
    all_lines = linecache.getlines(filename) if context > 0 else None
    if all_lines:
        start = max(0, min(lineno - 1 - context // 2, len(all_lines) - context))
        lines = all_lines[start:start + context]
        index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def getlineno(frame):
    """frame.f_lineno"""
    return frame.f_lineno


def getouterframes(frame, context=1):
    """(frame, file, line, function, lines, index) of a frame and those around it."""
    frames = []
    while frame:
        frames.append((frame,) + tuple(getframeinfo(frame, context)))
        frame = frame.f_back
    return frames


def getinnerframes(tb, context=1):
    """The same of the frames of a traceback."""
    frames = []
    while tb:
        frames.append((tb.tb_frame,) + tuple(getframeinfo(tb, context)))
        tb = tb.tb_next
    return frames


def currentframe():
    """The caller's frame."""
    return sys._getframe(1)


def stack(context=1):
    """The frames from the caller's outwards."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames of the exception that is being handled."""
    return getinnerframes(sys.exc_info()[2], context)
