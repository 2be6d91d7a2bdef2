"""What is known of live objects: kinds, members, sources, signatures, frames."""

import sys

from _cleandoc import cleandoc
from _signature import (BoundArguments, Parameter, Signature, _ParameterKind, _bound, _empty, _function,
                        _method, _signature, _void, formatannotation, signature, unwrap)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20

_module = type(sys)
_builtin = type(len)
_code = type(formatannotation.__code__)
_traceback = None


def _kind_of(make):
    """The type of what a function makes, or a class that nothing is of."""
    try:
        return type(make())
    except Exception:
        return _Nothing


class _Nothing:
    pass


def _generator_function():
    yield


_generator = type(_generator_function())
_frame = type(sys._getframe())
_wrapper = _kind_of(lambda: object.__init__)
_method_wrapper = _kind_of(lambda: object().__str__)
_method_descriptor = _kind_of(lambda: str.join)
_classmethod_descriptor = _kind_of(lambda: dict.__dict__["fromkeys"])
_getset = _kind_of(lambda: type(formatannotation).__dict__["__code__"])
_member = _kind_of(lambda: type("", (), {"__slots__": ("x",)}).x)


# ---- kinds

def ismodule(object):
    """Whether a module."""
    return isinstance(object, _module)


def isclass(object):
    """Whether a class."""
    return isinstance(object, type)


def ismethod(object):
    """Whether a bound method."""
    return isinstance(object, _method)


def ismethoddescriptor(object):
    """Whether a descriptor of a method that isn't written in Python."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__get__") and not hasattr(kind, "__set__")


def isdatadescriptor(object):
    """Whether a descriptor with __set__ or __delete__."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def ismemberdescriptor(object):
    """Whether a descriptor of a slot."""
    return isinstance(object, _member)


def isgetsetdescriptor(object):
    """Whether a descriptor of an attribute of a built-in type."""
    return isinstance(object, _getset) and not isinstance(object, property)


def isfunction(object):
    """Whether a function written in Python."""
    return isinstance(object, _function) and hasattr(object, "__code__")


def _has_code_flag(f, flag):
    while ismethod(f):
        f = f.__func__
    while hasattr(type(f), "func") and hasattr(type(f), "keywords"):  # functools.partial
        f = f.func
    # An instance may have a code as a function has: unittest.mock's have.
    code = f.__code__ if isfunction(f) else getattr(f, "__dict__", {}).get("__code__")
    return code is not None and bool(code.co_flags & flag)


def isgeneratorfunction(obj):
    """Whether a function with yield."""
    return _has_code_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Whether an async function."""
    return _has_code_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    """Whether an async function with yield."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    """Whether a generator."""
    return isinstance(object, _generator)


def iscoroutine(object):
    """Whether what an async function returned."""
    return type(object).__name__ == "coroutine" and hasattr(object, "cr_code")


def isasyncgen(object):
    """Whether an async generator."""
    return type(object).__name__ == "async_generator" and hasattr(object, "ag_code")


def isawaitable(object):
    """Whether await takes it."""
    return iscoroutine(object) or isgenerator(object) and bool(
        object.gi_code.co_flags & CO_ITERABLE_COROUTINE) or hasattr(type(object), "__await__")


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


def isroutine(object):
    """Whether a function or method of any kind."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    """Whether a class with abstract methods."""
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


# ---- members

def _members(object, predicate, getter):
    mro = (object,) + getmro(object) if isclass(object) else ()
    names = dir(object)
    try:
        for base in object.__bases__:
            for k, v in base.__dict__.items():
                if isinstance(v, property) and type(v) is not property and k not in names:
                    names.append(k)
    except AttributeError:
        pass
    results, seen = [], set()
    for key in names:
        try:
            value = getter(object, key)
        except AttributeError:
            for base in mro:
                if key in getattr(base, "__dict__", ()):
                    value = base.__dict__[key]
                    break
            else:
                continue
        if key not in seen:
            seen.add(key)
            if not predicate or predicate(value):
                results.append((key, value))
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    """(name, value) of all attributes, or of those that predicate is true for."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same without calling descriptors."""
    return _members(object, predicate, getattr_static)


_sentinel = object()


def _static_in(cls, attr):
    for base in cls.__mro__:
        own = getattr(base, "__dict__", {})
        if attr in own:
            return own[attr]
    return _sentinel


def getattr_static(obj, attr, default=_sentinel):
    """An attribute as it is stored, without descriptors and __getattr__."""
    instance = _sentinel
    if not isclass(obj):
        kind = type(obj)
        try:
            own = object.__getattribute__(obj, "__dict__")
        except AttributeError:
            own = {}
        instance = own.get(attr, _sentinel) if isinstance(own, dict) else _sentinel
    else:
        kind = obj
    found = _static_in(kind, attr)
    if instance is not _sentinel and found is not _sentinel:
        if hasattr(type(found), "__get__") and (hasattr(type(found), "__set__") or hasattr(type(found), "__delete__")):
            return found
    for value in instance, found:
        if value is not _sentinel:
            return value
    if obj is kind:
        found = _static_in(type(kind), attr)
        if found is not _sentinel:
            return found
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


def classify_class_attrs(cls):
    """Attribute(name, kind, defining_class, object) of all attributes of a class."""
    Attribute = _named("Attribute")
    result = []
    for name in dir(cls):
        home, stored = None, None
        for base in getmro(cls):
            if name in getattr(base, "__dict__", ()):
                home, stored = base, base.__dict__[name]
                break
        value = stored if stored is not None else getattr(cls, name, None)
        if isinstance(stored, staticmethod):
            kind = "static method"
        elif isinstance(stored, classmethod):
            kind = "class method"
        elif isinstance(stored, property):
            kind = "property"
        elif isroutine(value):
            kind = "method"
        else:
            kind = "data"
        result.append(Attribute(name, kind, home or object, value))
    return result


def getmro(cls):
    """The classes that attributes of a class are looked for in."""
    return cls.__mro__


def getclasstree(classes, unique=False):
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
    return _walk_tree(roots, children, None)


def _walk_tree(classes, children, parent):
    results = []
    classes.sort(key=lambda c: (c.__module__, c.__name__))
    for c in classes:
        results.append((c, c.__bases__))
        if c in children:
            results.append(_walk_tree(children[c], children, c))
    return results


# ---- documentation

def getdoc(object):
    """The docstring of an object, or the one that it inherits, cleaned."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _inherited_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(obj):
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and base.__dict__.get("__doc__") is not None:
                return base.__doc__
        return None
    if ismethod(obj):
        cls, name = obj.__self__, obj.__func__.__name__
        if not isclass(cls):
            cls = type(cls)
    elif isfunction(obj):
        name, cls = obj.__name__, _class_of(obj)
    elif isinstance(obj, property):
        name, cls = obj.fget.__name__, _class_of(obj.fget)
    else:
        return None
    for base in cls.__mro__ if cls is not None else ():
        doc = getattr(getattr(base, name, None), "__doc__", None)
        if doc is not None:
            return doc
    return None


def _class_of(function):
    """The class that a function's qualified name says that it is in."""
    found = sys.modules.get(function.__module__)
    for name in function.__qualname__.split(".")[:-1]:
        found = getattr(found, name, None)
    return found if isclass(found) else None


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
                raise OSError("source code not available")
        raise TypeError("{!r} is a built-in class".format(object))
    code = _code_of(object)
    if code is None:
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got {}".format(
            type(object).__name__))
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
    import linecache
    return filename if linecache.getlines(filename) or not filename.startswith("<") else None


def getabsfile(object, _filename=None):
    """The full name of that file."""
    import os
    return os.path.normcase(os.path.abspath(_filename or getsourcefile(object) or getfile(object)))


def getmodulename(path):
    """The name of the module in a file, None if it isn't one."""
    name = path.replace("\\", "/").split("/")[-1]
    return name[:-3] if name.endswith(".py") else None


def getmodule(object, _filename=None):
    """The module in which an object was defined, or None."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getfile(object)
    except (TypeError, OSError):
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
        raise OSError("source code not available")
    linecache.checkcache(file)
    lines = linecache.getlines(file, getattr(getmodule(object), "__dict__", None))
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _class_line(lines, object.__qualname__)
    code = _code_of(object)
    line = code.co_firstlineno - 1
    if line >= len(lines):
        raise OSError("lineno is out of bounds")
    while line > 0 and lines[line - 1].lstrip().startswith("@"):
        line -= 1
    return lines, line


def _class_line(lines, qualname):
    """Where a class statement is, by the names of those around it."""
    path, best = [], None
    names = [n for n in qualname.split(".") if n != "<locals>"]
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
        if words[0] == "class" and [name for _, name in path] == names:
            best = i
    if best is None:
        raise OSError("could not find class definition")
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
    except (OSError, TypeError):
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


# ---- arguments

class ClassFoundException(Exception):
    pass


# Named tuples, made when they are first asked for.
_tuples = {
    "FullArgSpec": "args varargs varkw defaults kwonlyargs kwonlydefaults annotations",
    "ArgInfo": "args varargs keywords locals", "Arguments": "args varargs varkw",
    "ClosureVars": "nonlocals globals builtins unbound", "Attribute": "name kind defining_class object",
}


def _named(name):
    if name not in globals():
        import collections
        globals()[name] = collections.namedtuple(name, _tuples[name], module="inspect")
    return globals()[name]


def __getattr__(name):
    if name in _tuples:
        return _named(name)
    raise AttributeError(f"module 'inspect' has no attribute {name!r}")


def getfullargspec(func):
    """FullArgSpec(args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations)"""
    try:
        sig = _signature(func.__func__ if ismethod(func) else func, (False, False, Signature))
    except Exception as ex:
        raise TypeError("unsupported callable") from ex
    args, kwonly, defaults, kwdefaults, annotations = [], [], (), {}, {}
    varargs = varkw = None
    if sig.return_annotation is not sig.empty:
        annotations["return"] = sig.return_annotation
    for param in sig.parameters.values():
        if param.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(param.name)
            if param.default is not param.empty:
                defaults += (param.default,)
        elif param.kind is Parameter.VAR_POSITIONAL:
            varargs = param.name
        elif param.kind is Parameter.KEYWORD_ONLY:
            kwonly.append(param.name)
            if param.default is not param.empty:
                kwdefaults[param.name] = param.default
        else:
            varkw = param.name
        if param.annotation is not param.empty:
            annotations[param.name] = param.annotation
    make = _named("FullArgSpec")
    return make(args, varargs, varkw, defaults or None, kwonly, kwdefaults or None, annotations)


def getargvalues(frame):
    """ArgInfo(args, varargs, keywords, locals) of a frame."""
    args, varargs, varkw = getargs(frame.f_code)
    return _named("ArgInfo")(args, varargs, varkw, frame.f_locals)


def getargs(co):
    """Arguments(args, varargs, varkw) of a code object."""
    if not iscode(co):
        raise TypeError("{!r} is not a code object".format(co))
    n = co.co_argcount + co.co_kwonlyargcount
    names, varargs, varkw = list(co.co_varnames), None, None
    rest = names[n:]
    if co.co_flags & CO_VARARGS:
        varargs = rest.pop(0)
    if co.co_flags & CO_VARKEYWORDS:
        varkw = rest.pop(0)
    return _named("Arguments")(names[:n], varargs, varkw)


def getcallargs(func, /, *positional, **named):
    """Which parameter of a function gets which argument."""
    if ismethod(func):
        positional = (func.__self__,) + positional
        func = func.__func__
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


def getclosurevars(func):
    """ClosureVars(nonlocals, globals, builtins, unbound) of a function."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError("{!r} is not a Python function".format(func))
    nonlocals = {name: cell.cell_contents for name, cell in zip(func.__code__.co_freevars, func.__closure__ or ())}
    return _named("ClosureVars")(nonlocals, {}, {}, set())


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a function, class or module."""
    if isclass(obj):
        found = obj.__dict__.get("__annotations__", None)
        ns = getattr(sys.modules.get(obj.__module__), "__dict__", {})
    elif ismodule(obj) or callable(obj):
        found = getattr(obj, "__annotations__", None)
        ns = obj.__dict__ if ismodule(obj) else getattr(obj, "__globals__", {})
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(found)
    return {k: eval(v, ns if globals is None else globals, locals) if isinstance(v, str) else v
            for k, v in found.items()}


# ---- frames

class Traceback(tuple):
    """filename, lineno, function, code_context, index, positions of a frame."""

    _fields = ("filename", "lineno", "function", "code_context", "index")

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = tuple.__new__(cls, (filename, lineno, function, code_context, index))
        self.positions = positions
        return self

    filename = property(lambda self: self[0])
    lineno = property(lambda self: self[1])
    function = property(lambda self: self[2])
    code_context = property(lambda self: self[3])
    index = property(lambda self: self[4])

    def __repr__(self):
        return "Traceback(%s, positions=%r)" % (
            ", ".join("%s=%r" % pair for pair in zip(self._fields, self)), self.positions)


class FrameInfo(tuple):
    """The same with the frame first."""

    _fields = ("frame",) + Traceback._fields

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = tuple.__new__(cls, (frame, filename, lineno, function, code_context, index))
        self.positions = positions
        return self

    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])

    def __repr__(self):
        return "FrameInfo(%s, positions=%r)" % (
            ", ".join("%s=%r" % pair for pair in zip(self._fields, self)), self.positions)


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
    if context > 0:
        import linecache
        all_lines = linecache.getlines(filename)
        if all_lines:
            start = max(0, min(lineno - 1 - context // 2, len(all_lines) - context))
            lines = all_lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def getlineno(frame):
    """frame.f_lineno"""
    return frame.f_lineno


def _infos(frames, context):
    return [FrameInfo(frame, *getframeinfo(at, context)) for frame, at in frames]


def getouterframes(frame, context=1):
    """FrameInfos of a frame and those around it."""
    frames = []
    while frame:
        frames.append((frame, frame))
        frame = frame.f_back
    return _infos(frames, context)


def getinnerframes(tb, context=1):
    """FrameInfos of the frames of a traceback."""
    frames = []
    while tb:
        frames.append((tb.tb_frame, tb))
        tb = tb.tb_next
    return _infos(frames, context)


def currentframe():
    """The caller's frame."""
    return sys._getframe(1)


def stack(context=1):
    """FrameInfos from the caller's frame outwards."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """FrameInfos of the exception that is being handled."""
    return getinnerframes(sys.exc_info()[2], context)


# ---- generators and coroutines

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = (
    "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED")


def _state(running, frame, suspended, prefix):
    if running:
        return prefix + "_RUNNING"
    if suspended:
        return prefix + "_SUSPENDED"
    return prefix + ("_CLOSED" if frame is None else "_CREATED")


def getgeneratorstate(generator):
    """GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED or GEN_CLOSED"""
    return _state(generator.gi_running, generator.gi_frame, generator.gi_suspended, "GEN")


def getcoroutinestate(coroutine):
    """CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED or CORO_CLOSED"""
    return _state(coroutine.cr_running, coroutine.cr_frame, coroutine.cr_suspended, "CORO")


def getgeneratorlocals(generator):
    """The variables of a generator that runs still."""
    if not isgenerator(generator):
        raise TypeError("{!r} is not a Python generator".format(generator))
    return generator.gi_frame.f_locals if generator.gi_frame is not None else {}


def getcoroutinelocals(coroutine):
    """The variables of a coroutine that runs still."""
    return coroutine.cr_frame.f_locals if coroutine.cr_frame is not None else {}
