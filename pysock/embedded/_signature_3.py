"""The signatures of functions: the part of module inspect that others need."""

import sys

__name__ = "inspect"

_function = type(lambda: 0)
_method = type(type("", (), {"m": lambda self: 0})().m)
_mappingproxy = type(type("", (), {}).__dict__)


class _empty:
    """Says that there is no default or annotation."""


class _void:
    """Says that an argument isn't given."""


_names = ("POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD")
_descriptions = ("positional-only", "positional or keyword", "variadic positional", "keyword-only",
                 "variadic keyword")


class _ParameterKind(int):
    """How an argument may be given."""

    def __new__(cls, value):
        self = int.__new__(cls, value)
        self.value = value
        self.name = _names[value]
        self.description = _descriptions[value]
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return "<_ParameterKind.%s: %d>" % (self.name, self.value)


_kinds = [_ParameterKind(i) for i in range(5)]
_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _kinds
for _k in _kinds:
    setattr(_ParameterKind, _k.name, _k)
del _k


def formatannotation(annotation, base_module=None):
    """An annotation as text."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if hasattr(annotation, "__origin__") and hasattr(annotation, "__args__"):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """A parameter: name, kind, default, annotation."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _kinds[kind]
        except (IndexError, TypeError):
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():
            name = "implicit" + name[1:]
            self._kind = _POSITIONAL_ONLY
        elif not name.isidentifier() or _is_keyword(name) and self._kind is not _POSITIONAL_ONLY:
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """A copy with these changes."""
        return type(self)(
            self._name if name is _void else name, self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        return {_VAR_POSITIONAL: "*", _VAR_KEYWORD: "**"}.get(self._kind, "") + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return self._key() == other._key()


def _is_keyword(name):
    return name in ("False None True and as assert async await break class continue def del elif else except finally "
                    "for from global if import in is lambda nonlocal not or pass raise return try while with "
                    "yield").split()


class BoundArguments:
    """What Signature.bind gives: which parameter got which argument."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs, by_name = {}, False
        for name, param in self._signature.parameters.items():
            if not by_name:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_name = True
                elif name not in self.arguments:
                    by_name = True
                    continue
            if not by_name or name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Adds the defaults of what isn't given."""
        arguments = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif param.default is not _empty:
                arguments[name] = param.default
            elif param.kind == _VAR_POSITIONAL:
                arguments[name] = ()
            elif param.kind == _VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return "<%s (%s)>" % (self.__class__.__name__, ", ".join("%s=%r" % item for item in self.arguments.items()))


class Signature:
    """The parameters of a function, and what it returns."""

    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        params = {}
        top, defaults = _POSITIONAL_ONLY, False
        for param in parameters or ():
            if __validate_parameters__:
                if param.kind < top:
                    raise ValueError(f"wrong parameter order: {top.description} parameter before "
                                     f"{param.kind.description} parameter")
                top = param.kind
                if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                    if param.default is not _empty:
                        defaults = True
                    elif defaults:
                        raise ValueError("non-default argument follows default argument")
                if param.name in params:
                    raise ValueError(f"duplicate parameter name: {param.name!r}")
            params[param.name] = param
        self._parameters = _mappingproxy(params)
        self._return_annotation = return_annotation

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of a callable."""
        return signature(obj, follow_wrapped=follow_wrapped, eval_str=eval_str)

    def replace(self, *, parameters=_void, return_annotation=_void):
        """A copy with these changes."""
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def _key(self):
        positional = tuple(p for p in self.parameters.values() if p.kind != _KEYWORD_ONLY)
        named = {p.name: p for p in self.parameters.values() if p.kind == _KEYWORD_ONLY}
        return positional, named, self._return_annotation

    def __hash__(self):
        positional, named, returned = self._key()
        return hash((positional, frozenset(named.values()), returned))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._key() == other._key()

    def bind(self, /, *args, **kwargs):
        """The BoundArguments of a call; TypeError if it doesn't fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """The same, but arguments may be missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, kwargs, rest = {}, dict(kwargs), list(args)
        var_keyword = None
        for name, param in self.parameters.items():
            kind = param.kind
            if kind == _VAR_POSITIONAL:
                if rest:
                    arguments[name] = tuple(rest)
                    rest = []
            elif kind == _VAR_KEYWORD:
                var_keyword = param
            elif rest and kind != _KEYWORD_ONLY:
                if name in kwargs and kind != _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = rest.pop(0)
            elif rest and kind == _KEYWORD_ONLY and not any(
                    p.kind == _VAR_POSITIONAL for p in self.parameters.values()):
                break
            elif name in kwargs and kind != _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif name in kwargs and not any(p.kind == _VAR_KEYWORD for p in self.parameters.values()):
                raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
            elif not partial and param.default is _empty:
                raise TypeError(f"missing a required argument: {name!r}")
        if rest:
            raise TypeError("too many positional arguments")
        if kwargs:
            if var_keyword is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[var_keyword.name] = kwargs
        return BoundArguments(self, arguments)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        parts, star, slash = [], True, False
        for param in self.parameters.values():
            if param.kind == _POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append("/")
                slash = False
            if param.kind == _VAR_POSITIONAL:
                star = False
            elif param.kind == _KEYWORD_ONLY and star:
                parts.append("*")
                star = False
            parts.append(str(param))
        if slash:
            parts.append("/")
        text = "(%s)" % ", ".join(parts)
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation)
        return text


# ---- signatures of things

def unwrap(func, *, stop=None):
    """What is at the end of a chain of __wrapped__."""
    first, seen = func, {id(func)}
    while hasattr(func, "__wrapped__") and not (isinstance(func, type) and "__wrapped__" not in func.__dict__):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen or len(seen) > sys.getrecursionlimit():
            raise ValueError("wrapper loop when unwrapping {!r}".format(first))
        seen.add(id(func))
    return func


def _annotations(func, eval_str):
    found = getattr(func, "__annotations__", None) or {}
    if eval_str:
        found = {k: eval(v, getattr(func, "__globals__", {})) if isinstance(v, str) else v
                 for k, v in found.items()}
    return found


def _of_function(cls, func, eval_str=False):
    code = func.__code__
    names = code.co_varnames
    positional, only, named = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    annotations = _annotations(func, eval_str)
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    params = []

    def add(name, kind, default=_empty):
        params.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))
    first_default = positional - len(defaults)
    for i, name in enumerate(names[:positional]):
        add(name, _POSITIONAL_ONLY if i < only else _POSITIONAL_OR_KEYWORD,
            defaults[i - first_default] if i >= first_default else _empty)
    i = positional + named
    if code.co_flags & 4:
        add(names[i], _VAR_POSITIONAL)
        i += 1
    for name in names[positional:positional + named]:
        add(name, _KEYWORD_ONLY, kwdefaults.get(name, _empty))
    if code.co_flags & 8:
        add(names[i], _VAR_KEYWORD)
    return cls(params, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)


def _bound(sig):
    """The signature without its first parameter, which is self."""
    params = list(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if params[0].kind != _VAR_POSITIONAL:
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(sig, partial):
    """The signature of functools.partial(f): without the arguments given."""
    args, kwargs = partial.args or (), partial.keywords or {}
    try:
        given = sig.bind_partial(*args, **kwargs)
    except TypeError as ex:
        raise ValueError("partial object {!r} has incorrect arguments".format(partial)) from ex
    params, named = [], False
    for name, param in sig.parameters.items():
        if name in given.arguments:
            if param.kind == _POSITIONAL_ONLY:
                continue
            if param.kind == _POSITIONAL_OR_KEYWORD:
                if name not in kwargs:
                    continue
                named = True
                param = param.replace(default=given.arguments[name])
            elif param.kind == _KEYWORD_ONLY:
                param = param.replace(default=given.arguments[name])
        if named:
            if param.kind == _POSITIONAL_OR_KEYWORD:
                param = param.replace(kind=_KEYWORD_ONLY)
            elif param.kind == _VAR_POSITIONAL:
                continue
        params.append(param)
    return sig.replace(parameters=params)


def _own(cls, name):
    """A method that a script wrote, from a class or its bases, or None."""
    for base in cls.__mro__:
        found = getattr(base, "__dict__", {}).get(name)
        if found is not None:
            return found if hasattr(unwrap(getattr(found, "__func__", found)), "__code__") else None
    return None


def _of_class(obj, options):
    call = _own(type(obj), "__call__")
    if call is not None:
        return _bound(_signature(call, options))
    for base in obj.__mro__:
        own = getattr(base, "__dict__", {})
        for name in "__new__", "__init__":
            if name in own:
                method = own[name]
                if not hasattr(unwrap(getattr(method, "__func__", method)), "__code__"):
                    continue
                return _bound(_signature(getattr(method, "__func__", method), options))
        if "__text_signature__" in own and own["__text_signature__"]:
            break
    if type not in obj.__mro__ and all(base is object or _is_plain(base) for base in obj.__mro__):
        return Signature()
    if type in obj.__mro__:
        raise ValueError("no signature found for builtin {!r}".format(obj))
    raise ValueError("no signature found for builtin type {!r}".format(obj))


def _is_plain(cls):
    return isinstance(getattr(cls, "__dict__", None), _mappingproxy) and cls.__module__ != "builtins"


def _signature(obj, options):
    follow, eval_str, cls = options
    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if isinstance(obj, _method):
        return _bound(_signature(obj.__func__, options))
    if follow:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, _method))
        if isinstance(obj, _method):
            return _signature(obj, options)
    sig = getattr(obj, "__signature__", None)
    if sig is not None and not isinstance(sig, property):
        if not isinstance(sig, Signature):
            raise TypeError("unexpected object {!r} in __signature__ attribute".format(sig))
        return sig
    partialmethod = getattr(obj, "_partialmethod", None)
    if partialmethod is not None and hasattr(partialmethod, "func"):
        sig = _signature(partialmethod.func, options)
        first = next(iter(sig.parameters.values()))
        rest = _of_partial(sig, _Given((None,) + tuple(partialmethod.args), partialmethod.keywords))
        return rest.replace(parameters=(first,) + tuple(rest.parameters.values()))
    if isinstance(obj, _function) or hasattr(obj, "__code__") and hasattr(obj, "__defaults__"):
        return _of_function(cls, obj, eval_str)
    if hasattr(obj, "func") and hasattr(obj, "args") and hasattr(obj, "keywords"):
        return _of_partial(_signature(obj.func, options), obj)
    if isinstance(obj, type):
        return _of_class(obj, options)
    import builtins
    from _signature_builtins import parameters
    name = getattr(obj, "__name__", None)
    if name in parameters and getattr(obj, "__module__", None) in ("builtins", "io", "_io") and vars(builtins).get(name) is obj:
        return _of_function(cls, eval("lambda " + parameters[name] + ": None"), False)
    call = _own(type(obj), "__call__")
    if call is not None:
        if isinstance(call, (staticmethod, classmethod)):
            return _signature(getattr(obj, "__call__"), options)
        return _bound(_signature(call, options))
    raise ValueError("no signature found for builtin {!r}".format(obj)
                     if type(obj).__module__ == "builtins" else "callable {!r} is not supported by signature".format(obj))


class _Given:
    def __init__(self, args, keywords):
        self.args, self.keywords = args, keywords


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The Signature of a callable; ValueError if it isn't known."""
    return _signature(obj, (follow_wrapped, eval_str, Signature))
