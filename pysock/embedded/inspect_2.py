"""What is known of live objects: kinds, members, sources, arguments, frames."""

import sys
import linecache
from collections import namedtuple
from _cleandoc import cleandoc
from _inspect_common import (
    findsource, getabsfile, getblock, getclasstree, getcomments, getfile, getmodule, getmodulename, getsource,
    getsourcefile, getsourcelines, isabstract, isbuiltin, isclass, iscode, isframe, isfunction, isgenerator,
    ismethod, ismodule, istraceback, walktree, _code, _frame, _function, _generator, _method)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
TPFLAGS_IS_ABSTRACT = 1 << 20

ArgSpec = namedtuple("ArgSpec", "args varargs keywords defaults")
Arguments = namedtuple("Arguments", "args varargs keywords")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals")
Attribute = namedtuple("Attribute", "name kind defining_class object")
Traceback = namedtuple("Traceback", "filename lineno function code_context index")
ModuleInfo = namedtuple("ModuleInfo", "name suffix mode module_type")


# ---- kinds

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


def isgeneratorfunction(object):
    """Whether a function with yield."""
    return bool((isfunction(object) or ismethod(object)) and object.func_code.co_flags & CO_GENERATOR)


def isroutine(object):
    """Whether a function or method of any kind."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


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
        for home in mro:
            if name in getattr(home, "__dict__", ()):
                stored = home.__dict__[name]
                break
        else:
            home, stored = None, getattr(cls, name, None)
            home = getattr(stored, "__objclass__", home)
        if isinstance(stored, staticmethod):
            kind = "static method"
        elif isinstance(stored, classmethod):
            kind = "class method"
        elif isinstance(stored, property):
            kind = "property"
        elif ismethod(stored) or ismethoddescriptor(stored) or isfunction(stored):
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


# ---- documentation and sources

def getdoc(object):
    """The docstring of an object, cleaned."""
    doc = getattr(object, "__doc__", None)
    return cleandoc(doc) if isinstance(doc, basestring) else None


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


def indentsize(line):
    """The width of the white space that a line begins with."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


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
