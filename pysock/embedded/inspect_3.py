"""What is known of live objects: kinds, members, sources, signatures, frames."""

import sys

from _cleandoc import cleandoc
from _inspect_common import (
    findsource, getabsfile, getblock, getclasstree, getcomments, getfile, getmodule, getmodulename, getsource,
    getsourcefile, getsourcelines, isabstract, isbuiltin, isclass, iscode, isframe, isfunction, isgenerator,
    ismethod, ismodule, istraceback, walktree, _builtin, _code, _frame, _generator)
from _signature import (BoundArguments, Parameter, Signature, _ParameterKind, _bound, _empty, _function,
                        _method, _signature, _void, formatannotation, signature, unwrap)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512
TPFLAGS_IS_ABSTRACT = 1 << 20


def _kind_of(make):
    """The type of what a function makes, or a class that nothing is of."""
    try:
        return type(make())
    except Exception:
        return _Nothing


class _Nothing:
    pass


_wrapper = _kind_of(lambda: object.__init__)
_method_wrapper = _kind_of(lambda: object().__str__)
_method_descriptor = _kind_of(lambda: str.join)
_classmethod_descriptor = _kind_of(lambda: dict.__dict__["fromkeys"])
_getset = _kind_of(lambda: type(formatannotation).__dict__["__code__"])
_member = _kind_of(lambda: type("", (), {"__slots__": ("x",)}).x)


# ---- kinds

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


def _has_code_flag(f, flag):
    while ismethod(f):
        f = f.__func__
    while hasattr(type(f), "func") and hasattr(type(f), "keywords"):  # functools.partial
        f = f.func
    # An instance may have a code as a function has: unittest.mock's have.
    code = f.__code__ if isfunction(f) else getattr(f, "__dict__", {}).get("__code__")
    return code is not None and bool(code.co_flags & flag)


def ismethodwrapper(object):
    """Whether a special method of a built-in type, bound to a value."""
    return isinstance(object, _method_wrapper)


def isgeneratorfunction(obj):
    """Whether a function with yield."""
    return _has_code_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Whether an async function."""
    return _has_code_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    """Whether an async function with yield."""
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


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


def isroutine(object):
    """Whether a function or method of any kind."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


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
    """Attribute(name, kind, defining_class, object) of all attributes of a
    class, those that only its metaclass has included."""
    Attribute = _named("Attribute")
    above = tuple(c for c in getmro(type(cls)) if c not in (type, object))
    names = dir(cls)
    for base in getmro(cls) + above:  # what dir() hides, as the instances have something else
        for name, value in base.__dict__.items():
            if _is_virtual(value) and value.fget is not None and name not in names:
                names.append(name)
    result = []
    for name in names:
        homes = [c for c in getmro(cls) + above if name in c.__dict__]
        stored = homes[0].__dict__[name] if homes else None
        home, value = homes[0] if homes else None, stored
        if homes and _is_virtual(stored) or not homes:
            try:  # what the class itself has under the name
                value = getattr(cls, name)
            except Exception:
                value = stored
            else:
                of_meta = [c for c in above if name in c.__dict__]
                home = of_meta[0] if of_meta else getattr(value, "__objclass__", home)
        if value is None and not homes:
            continue
        kind_of = stored if stored is not None and not _is_virtual(stored) else value
        if isinstance(kind_of, staticmethod) or isbuiltin(kind_of) and name == "__new__":
            kind = "static method"
        elif isinstance(kind_of, (classmethod, _classmethod_descriptor)) or name in ("__init_subclass__", "__subclasshook__"):
            kind = "class method"
        elif isinstance(kind_of, property) and not _is_virtual(kind_of):
            kind = "property"
        elif isroutine(kind_of):
            kind = "method"
        else:
            kind = "data"
        result.append(Attribute(name, kind, home, value))
    return result


def _is_virtual(value):
    """Whether a types.DynamicClassAttribute: one of instances only."""
    return type(value).__name__ == "DynamicClassAttribute"


def getmro(cls):
    """The classes that attributes of a class are looked for in."""
    return cls.__mro__


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
    """Which parameter of a function gets which argument; TypeError as of a call."""
    args, varargs, varkw, defaults, kwonly, kwdefaults, _ = getfullargspec(func)
    name = func.__name__
    if ismethod(func) and func.__self__ is not None:
        positional = (func.__self__,) + positional
    bound = dict(zip(args, positional))
    if varargs:
        bound[varargs] = tuple(positional[len(args):])
    extra = {}
    if varkw:
        bound[varkw] = extra
    for key, value in named.items():
        if key not in args and key not in kwonly:
            if not varkw:
                raise TypeError("%s() got an unexpected keyword argument %r" % (name, key))
            extra[key] = value
        elif key in bound:
            raise TypeError("%s() got multiple values for argument %r" % (name, key))
        else:
            bound[key] = value
    if len(positional) > len(args) and not varargs:
        _too_many(name, args, kwonly, defaults, len(positional), bound)
    needed = len(args) - len(defaults or ())
    if len(positional) < len(args):
        _missing(name, [a for a in args[:needed] if a not in bound], True)
        for key, value in zip(args[needed:], defaults or ()):
            bound.setdefault(key, value)
    for key, value in (kwdefaults or {}).items():
        bound.setdefault(key, value)
    _missing(name, [a for a in kwonly if a not in bound], False)
    return bound


def _missing(name, names, positional):
    if not names:
        return
    texts = [repr(n) for n in names]
    if len(texts) > 2:
        text = ", ".join(texts[:-1]) + ", and " + texts[-1]
    else:
        text = " and ".join(texts)
    raise TypeError("%s() missing %d required %s argument%s: %s" % (
        name, len(names), "positional" if positional else "keyword-only", "s"[:len(names) != 1], text))


def _too_many(name, args, kwonly, defaults, given, bound):
    least = len(args) - len(defaults or ())
    takes = "from %d to %d" % (least, len(args)) if defaults else str(len(args))
    plural = defaults or len(args) != 1
    more = len([a for a in kwonly if a in bound])
    also = " positional argument%s (and %d keyword-only argument%s)" % (
        "s"[:given != 1], more, "s"[:more != 1]) if more else ""
    raise TypeError("%s() takes %s positional argument%s but %d%s %s given" % (
        name, takes, "s" if plural else "", given, also, "was" if given == 1 and not more else "were"))


def getclosurevars(func):
    """ClosureVars(nonlocals, globals, builtins, unbound) of a function."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError("{!r} is not a Python function".format(func))
    code, ns = func.__code__, func.__globals__
    nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    import builtins
    builtin_ns = ns.get("__builtins__", builtins)
    if ismodule(builtin_ns):
        builtin_ns = builtin_ns.__dict__
    found = {"globals": {}, "builtins": {}}
    unbound = set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in ns:
            found["globals"][name] = ns[name]
        elif name in builtin_ns:
            found["builtins"][name] = builtin_ns[name]
        else:
            unbound.add(name)
    return _named("ClosureVars")(nonlocals, found["globals"], found["builtins"], unbound)


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


def indentsize(line):
    """The width of the white space that a line begins with."""
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


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
