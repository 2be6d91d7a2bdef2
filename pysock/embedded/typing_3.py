"""The names of annotations, and what they are at run time.

Nothing is checked here but the forms themselves. Aliases of classes of
collections, re and contextlib are made when somebody first asks for them.
"""

import sys

_function = type(lambda: 0)
_generic_alias = type(list[int])
_union_type = type(int | str)
TYPE_CHECKING = False


# ---- type expressions

def _type_repr(obj):
    """A type as it shows in the repr of another."""
    if isinstance(obj, _generic_alias):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == "builtins":
            return obj.__qualname__
        return f"{obj.__module__}.{obj.__qualname__}"
    if obj is ...:
        return "..."
    if isinstance(obj, _function):
        return obj.__name__
    if isinstance(obj, tuple):
        return "[" + ", ".join(_type_repr(t) for t in obj) + "]"
    return repr(obj)


def _convert(arg, allow_special=False):
    """What an argument of a form means: None is its type, text a reference."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    return arg


def _check(arg, msg, allow_special=False):
    arg = _convert(arg)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in (Generic, Protocol):
        raise TypeError(f"{arg} is not valid as type argument")
    if not allow_special and (arg in (Generic, Protocol) or arg is ClassVar or arg is Final):
        raise TypeError(f"Plain {arg} is not valid as type argument")
    if type(arg) is tuple:
        raise TypeError(f"{msg} Got {arg!r:.100}.")
    return arg


def _unique(items):
    found = []
    for x in items:
        if x not in found:
            found.append(x)
    return tuple(found)


def _flatten(params):
    """The members of a union, those of unions in it included."""
    flat = []
    for p in params:
        flat += p.__args__ if isinstance(p, (_UnionGenericAlias, _union_type)) else (p,)
    return tuple(flat)


def _parameters(args):
    """The type variables in arguments, in order of appearance."""
    found = []
    for a in args:
        if isinstance(a, type) and not isinstance(a, _generic_alias):
            continue
        if isinstance(a, (tuple, list)):
            more = _parameters(a)
        elif hasattr(a, "__typing_subst__"):
            more = (a,)
        else:
            more = getattr(a, "__parameters__", ())
        for p in more:
            if p not in found:
                found.append(p)
    return tuple(found)


class _Final:
    __slots__ = ("__weakref__",)

    def __init_subclass__(cls, /, *args, **kwds):
        if "_root" not in kwds:
            raise TypeError("Cannot subclass special typing classes")


class _SpecialForm(_Final, _root=True):
    # A name with a meaning of its own: ClassVar, Union, ...

    __slots__ = ("_name", "__doc__", "_getitem")

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


def _bare(name, doc):
    """A form without arguments."""
    def getitem(self, parameters):
        raise TypeError(f"{self} is not subscriptable")
    getitem.__name__, getitem.__doc__ = name, doc
    return _SpecialForm(getitem)


NoReturn = _bare("NoReturn", "The result of a function that never returns.")
Never = _bare("Never", "The type that no value has.")
Self = _bare("Self", "The class that a method belongs to.")
LiteralString = _bare("LiteralString", "A string that stands in the source.")
TypeAlias = _bare("TypeAlias", "Says that an assignment names a type.")


def _wrapping(name, doc):
    """A form that takes one type."""
    def getitem(self, parameters):
        item = _check(parameters, f"{self} accepts only a single type.", allow_special=True)
        return _GenericAlias(self, (item,))
    getitem.__name__, getitem.__doc__ = name, doc
    return _SpecialForm(getitem)


ClassVar = _wrapping("ClassVar", "A variable of the class, not of its instances.")
Final = _wrapping("Final", "A name that is bound once.")
TypeGuard = _wrapping("TypeGuard", "The result of a function that tells types apart.")
Required = _wrapping("Required", "A key that a TypedDict must have.")
NotRequired = _wrapping("NotRequired", "A key that a TypedDict may lack.")
Unpack = _wrapping("Unpack", "The elements of a tuple type, one by one.")


@_SpecialForm
def Union(self, parameters):
    """One of several types."""
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    parameters = tuple(_check(p, "Union[arg, ...]: each arg must be a type.") for p in parameters)
    parameters = _unique(_flatten(parameters))
    if len(parameters) == 1:
        return parameters[0]
    return _UnionGenericAlias(self, parameters)


@_SpecialForm
def Optional(self, parameters):
    """A type, or None."""
    return Union[_check(parameters, f"{self} requires a single type."), type(None)]


@_SpecialForm
def Literal(self, parameters):
    """One of several values."""
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    flat = []
    for p in parameters:
        flat += p.__args__ if isinstance(p, _LiteralGenericAlias) else (p,)
    found = []
    for p in flat:
        if not any(p == q and type(p) is type(q) for q in found):
            found.append(p)
    return _LiteralGenericAlias(self, tuple(found))


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters before those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    return _GenericAlias(self, tuple(_convert(p) for p in parameters))


class ForwardRef(_Final, _root=True):
    """A type whose name stands for it."""

    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__", "__forward_value__",
                 "__forward_is_argument__", "__forward_is_class__", "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        try:
            self.__forward_code__ = compile(arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, recursive_guard=frozenset()):
        if self.__forward_arg__ in recursive_guard:
            return self
        if not self.__forward_evaluated__ or localns is not globalns:
            if self.__forward_module__ is not None:
                globalns = getattr(sys.modules.get(self.__forward_module__), "__dict__", globalns)
            value = _convert(eval(self.__forward_arg__, globalns if globalns is not None else {}, localns))
            self.__forward_value__ = _evaluated(value, globalns, localns, recursive_guard | {self.__forward_arg__})
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__, self.__forward_module__) == (other.__forward_arg__, other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module})"


def _evaluated(t, globalns, localns, guard=frozenset()):
    """A type with its references replaced."""
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, guard)
    if isinstance(t, (_GenericAlias, _generic_alias, _union_type)):
        args = tuple(_evaluated(ForwardRef(a) if isinstance(a, str) and isinstance(t, _generic_alias) else a,
                                globalns, localns, guard) for a in t.__args__)
        if args == t.__args__:
            return t
        if isinstance(t, _generic_alias):
            return _generic_alias(t.__origin__, args)
        if isinstance(t, _union_type):
            return Union[args]
        return t.copy_with(args)
    return t


# ---- variables

class _Variable(_Final, _root=True):
    """What TypeVar, ParamSpec and TypeVarTuple share."""

    def __typing_subst__(self, arg):
        return _convert(arg)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        prefix = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return prefix + self.__name__

    def _set(self, name, bound, covariant, contravariant):
        self.__name__ = name
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__bound__ = None if bound is None else _check(bound, "Bound must be a type.")
        self.__module__ = _caller()


def _caller():
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.startswith("<frozen "):
        frame = frame.f_back
    return frame.f_globals.get("__name__") if frame is not None else None


class TypeVar(_Variable, _root=True):
    """A type that is to be filled in."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self._set(name, bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__constraints__ = tuple(_check(t, "TypeVar(name, constraint, ...): constraints must be types.")
                                     for t in constraints)


class ParamSpec(_Variable, _root=True):
    """The parameters of a function, to be filled in."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self._set(name, bound, covariant, contravariant)

    @property
    def args(self):
        return _ParamSpecPart(self, "args")

    @property
    def kwargs(self):
        return _ParamSpecPart(self, "kwargs")


class _ParamSpecPart:
    def __init__(self, origin, name):
        self.__origin__, self._name = origin, name

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._name}"

    def __eq__(self, other):
        return isinstance(other, _ParamSpecPart) and (self.__origin__, self._name) == (other.__origin__, other._name)


ParamSpecArgs = ParamSpecKwargs = _ParamSpecPart


class TypeVarTuple(_Variable, _root=True):
    """Any number of types, to be filled in."""

    def __init__(self, name):
        self._set(name, None, False, False)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


# ---- types with arguments

class _BaseGenericAlias(_Final, _root=True):

    def __init__(self, origin, *, inst=True, name=None):
        self.__dict__["__origin__"] = origin
        self.__dict__["_inst"] = inst
        self.__dict__["_name"] = name

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        found = []
        if self.__origin__ not in bases:
            found.append(self.__origin__)
        at = [b is self for b in bases].index(True)
        for b in bases[at + 1:]:
            if isinstance(b, _BaseGenericAlias) or isinstance(b, type) and issubclass(b, Generic):
                break
        else:
            if Generic not in bases and self.__origin__ is not Generic and (
                    not isinstance(self.__origin__, type) or not issubclass(self.__origin__, Generic)):
                found.append(Generic)
        return tuple(found)

    def __getattr__(self, attr):
        if attr in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not (attr[:2] == attr[-2:] == "__"):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _GenericAlias(_BaseGenericAlias, _root=True):
    """A type with its arguments: List[int]."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__dict__["__args__"] = args
        self.__dict__["__parameters__"] = _parameters(args)
        if not name:
            self.__dict__["__module__"] = getattr(origin, "__module__", "typing")

    def _key(self):
        return self.__origin__, self.__args__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __getitem__(self, args):
        if self.__origin__ in (Generic, Protocol):
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        if not isinstance(args, tuple):
            args = (args,)
        if len(args) != len(self.__parameters__) and not any(
                isinstance(p, (TypeVarTuple, ParamSpec)) for p in self.__parameters__):
            few = "few" if len(args) < len(self.__parameters__) else "many"
            raise TypeError(f"Too {few} arguments for {self}; actual {len(args)}, expected {len(self.__parameters__)}")
        values = dict(zip(self.__parameters__, (_convert(a) for a in args)))
        return self.copy_with(tuple(_substituted(a, values) for a in self.__args__))

    def __repr__(self):
        name = "typing." + self._name if self._name else _type_repr(self.__origin__)
        args = ", ".join(_type_repr(a) for a in self.__args__) or "()"
        return f"{name}[{args}]"

    def __iter__(self):
        yield Unpack[self]


def _substituted(t, values):
    """A type with its variables replaced."""
    if hasattr(t, "__typing_subst__"):
        return values.get(t, t)
    if isinstance(t, (tuple, list)):
        return type(t)(_substituted(x, values) for x in t)
    if isinstance(t, (_GenericAlias, _generic_alias)) and t.__parameters__:
        return t[tuple(values.get(p, p) for p in t.__parameters__)]
    return t


class _UnionGenericAlias(_GenericAlias, _root=True):

    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, _union_type)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f"typing.Optional[{_type_repr(args[1] if args[0] is type(None) else args[0])}]"
        return "typing.Union[%s]" % ", ".join(_type_repr(a) for a in args)

    def __instancecheck__(self, obj):
        return any(isinstance(obj, a) for a in self.__args__)

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, a) for a in self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return {(a, type(a)) for a in self.__args__} == {(a, type(a)) for a in other.__args__}

    def __hash__(self):
        return hash(frozenset((a, type(a)) for a in self.__args__))

    def __repr__(self):
        return "typing.Literal[%s]" % ", ".join(repr(a) for a in self.__args__)


class _AnnotatedAlias(_GenericAlias, _root=True):

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name="Annotated")
        self.__dict__["__metadata__"] = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        return "typing.Annotated[%s, %s]" % (_type_repr(self.__origin__), ", ".join(repr(a) for a in self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class Annotated:
    """A type, and what else there is to say of it."""

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
        return _AnnotatedAlias(_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special=True), params[1:])


class _CallableGenericAlias(_GenericAlias, _root=True):

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)):
            return super().__repr__()
        return "typing.Callable[[%s], %s]" % (", ".join(_type_repr(a) for a in args[:-1]), _type_repr(args[-1]))


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """The alias of a class that takes arguments: List."""

    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self.__dict__["_nparams"] = nparams
        self.__dict__["__module__"] = "typing"

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_check(p, "Parameters to generic types must be types.") for p in params)
        if self._nparams >= 0 and len(params) != self._nparams:
            few = "few" if len(params) < self._nparams else "many"
            raise TypeError(f"Too {few} arguments for {self}; actual {len(params)}, expected {self._nparams}")
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return "typing." + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        return issubclass(cls, self.__origin__)


class _TupleType(_SpecialGenericAlias, _root=True):

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            return self.copy_with(tuple(_check(p, "Tuple[t, ...]: t must be a type.") for p in params[:-1]) + (...,))
        return self.copy_with(tuple(_check(p, "Tuple[t0, t1, ...]: each t must be a type.") for p in params))


class _CallableType(_SpecialGenericAlias, _root=True):

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _check(result, "Callable[args, result]: result must be a type.")
        if isinstance(args, list):
            args = tuple(_convert(a) for a in args)
        else:
            args = (args,)
        return _CallableGenericAlias(self.__origin__, args + (result,), name="Callable", inst=False)


List = _SpecialGenericAlias(list, 1, inst=False, name="List")
Dict = _SpecialGenericAlias(dict, 2, inst=False, name="Dict")
Set = _SpecialGenericAlias(set, 1, inst=False, name="Set")
FrozenSet = _SpecialGenericAlias(frozenset, 1, inst=False, name="FrozenSet")
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
Type = _SpecialGenericAlias(type, 1, inst=False, name="Type")
Text = str

# Aliases made when they are first asked for: module, class, number of parameters.
_aliases = {
    "DefaultDict": ("collections", "defaultdict", 2), "OrderedDict": ("collections", "OrderedDict", 2),
    "Counter": ("collections", "Counter", 1), "ChainMap": ("collections", "ChainMap", 2),
    "Deque": ("collections", "deque", 1), "Pattern": ("re", "Pattern", 1), "Match": ("re", "Match", 1),
    "ContextManager": ("contextlib", "AbstractContextManager", 1),
    "AsyncContextManager": ("contextlib", "AbstractAsyncContextManager", 1),
    "AbstractSet": ("collections.abc", "Set", 1),
}
for _n in ("Hashable 0,Sized 0,ByteString 0,Awaitable 1,Coroutine 3,AsyncIterable 1,AsyncIterator 1,Iterable 1,"
           "Iterator 1,Reversible 1,Container 1,Collection 1,MutableSet 1,Mapping 2,MutableMapping 2,Sequence 1,"
           "MutableSequence 1,MappingView 1,KeysView 1,ItemsView 2,ValuesView 1,Generator 3,AsyncGenerator 2").split(","):
    _n, _count = _n.split()
    _aliases[_n] = "collections.abc", _n, int(_count)
del _n, _count


def __getattr__(name):
    if name == "Callable":
        import collections.abc
        value = _CallableType(collections.abc.Callable, 2, name="Callable")
    elif name in _aliases:
        module, attr, nparams = _aliases[name]
        origin = getattr(__import__(module, None, None, [attr]), attr)
        value = _SpecialGenericAlias(origin, nparams, inst=module == "collections.abc" or module == "contextlib", name=name)
    elif name in _supports:
        value = _make_supports(name)
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = value
    return value


# ---- generic classes

class Generic:
    """The base of classes with type parameters."""

    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = tuple(_convert(p) for p in params)
        if cls in (Generic, Protocol):
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            if not all(hasattr(p, "__typing_subst__") or isinstance(p, _GenericAlias) for p in params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter "
                                "specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
        else:
            wanted = getattr(cls, "__parameters__", ())
            if not wanted:
                raise TypeError(f"{cls} is not a generic class")
            if len(params) != len(wanted) and not any(isinstance(p, (TypeVarTuple, ParamSpec)) for p in wanted):
                few = "few" if len(params) < len(wanted) else "many"
                raise TypeError(f"Too {few} arguments for {cls}; actual {len(params)}, expected {len(wanted)}")
        return _GenericAlias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__", ())
        if Generic in bases or not bases and Generic in cls.__bases__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        found = _parameters(bases)
        declared = None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, globals().get("Protocol")):
                if base.__origin__ is Generic and declared is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                declared = base.__parameters__
        if declared is not None:
            missing = [p for p in found if p not in declared]
            if missing:
                raise TypeError("Some type variables (%s) are not listed in Generic[%s]" % (
                    ", ".join(str(p) for p in missing), ", ".join(str(p) for p in declared)))
            found = declared
        cls.__parameters__ = tuple(found)


# ---- protocols

_not_members = frozenset((
    "__parameters__ __orig_bases__ __orig_class__ _is_protocol _is_runtime_protocol __abstractmethods__ "
    "__annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__ __weakref__ "
    "__class_getitem__ __qualname__ __init_subclass__ _abc_impl __match_args__").split())


def _protocol_members(cls):
    members = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        members |= {n for n in list(base.__dict__) + list(base.__dict__.get("__annotations__", {}))
                    if n not in _not_members and not n.startswith("_abc_")}
    return members


class _ProtocolMeta(type):

    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol") and cls is not Protocol:
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if type.__instancecheck__(cls, instance):
                return True
            return all(hasattr(instance, name) and (
                not callable(getattr(cls, name, None)) or getattr(instance, name) is not None)
                for name in _protocol_members(cls))
        return type.__instancecheck__(cls, instance)

    def __subclasscheck__(cls, other):
        if cls.__dict__.get("_is_protocol") and cls is not Protocol:
            if not getattr(cls, "_is_runtime_protocol", False):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            members = _protocol_members(cls)
            if not all(callable(getattr(cls, n, None)) for n in members):
                raise TypeError("Protocols with non-method members don't support issubclass()")
            if not isinstance(other, type):
                raise TypeError("issubclass() arg 1 must be a class")
            return type.__subclasscheck__(cls, other) or all(
                getattr(other, n, None) is not None for n in members)
        return type.__subclasscheck__(cls, other)


def _no_init_or_replace_init(self, *args, **kwargs):
    """The __init__ of protocols; for other classes it finds the right one."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _no_init_or_replace_init:
        return
    for base in cls.__mro__:
        init = getattr(base, "__dict__", {}).get("__init__", _no_init_or_replace_init)
        if init is not _no_init_or_replace_init:
            break
    else:
        init = object.__init__
    cls.__init__ = init
    cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of classes that say what others must have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _no_init_or_replace_init


def runtime_checkable(cls):
    """Decorator: lets isinstance look at the members of a protocol."""
    if not (isinstance(cls, type) and issubclass(cls, Generic)) or not cls._is_protocol:
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r" % cls)
    cls._is_runtime_protocol = True
    return cls


_supports = {"SupportsInt": "__int__", "SupportsFloat": "__float__", "SupportsComplex": "__complex__",
             "SupportsBytes": "__bytes__", "SupportsIndex": "__index__", "SupportsAbs": "__abs__",
             "SupportsRound": "__round__"}


def _make_supports(name):
    def method(self, *args):
        """What the protocol asks for."""
    method.__name__ = _supports[name]
    body = {"__module__": "typing", "__slots__": (), _supports[name]: method, "_is_protocol": True,
            "__init__": _no_init_or_replace_init}
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), body))


class IO:
    """A file."""

    __slots__ = ()

    def __class_getitem__(cls, params):
        return _GenericAlias(cls, params)


class TextIO(IO):
    """A file of text."""

    __slots__ = ()


class BinaryIO(IO):
    """A file of bytes."""

    __slots__ = ()


# ---- named tuples and typed dicts

class NamedTupleMeta(type):

    def __new__(cls, typename, bases, ns):
        fields = ns.get("__annotations__", {})
        defaults = []
        for name in fields:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _named_tuple(typename, fields.items(), [ns[n] for n in defaults], ns["__module__"])
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__class_getitem__.__func__)
        for key, value in ns.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults",
                       "_field_types", "_make", "_replace", "_asdict", "_source"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__name__", "__annotations__", "__qualname__") and key not in made._fields:
                setattr(made, key, value)
        return made


def _named_tuple(name, fields, defaults, module):
    import collections
    fields = [(n, _check(t, f"field {n} annotation must be a type")) for n, t in fields]
    made = collections.namedtuple(name, [n for n, _ in fields], defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = dict(fields)
    return made


class _NamedTuple:
    """NamedTuple: the base of classes whose annotations are fields."""

    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        elif kwargs:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, not both")
        return _named_tuple(typename, fields, (), _caller())

    def __mro_entries__(self, bases):
        return (_named_tuple_base,)

    def __repr__(self):
        return "<function NamedTuple>"


NamedTuple = _NamedTuple()
_named_tuple_base = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


class _TypedDictMeta(type):

    def __new__(cls, name, bases, ns, total=True):
        made = type.__new__(cls, name, (dict,), ns)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, tp in ns.get("__annotations__", {}).items():
            tp = _check(tp, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type", allow_special=True)
            annotations[key] = tp
            origin = get_origin(tp)
            (required if origin is Required or origin is not NotRequired and total else optional).add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


class _TypedDict:
    """TypedDict: the base of classes whose annotations are keys."""

    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        if fields is None:
            fields = kwargs
        elif kwargs:
            raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
        return _TypedDictMeta(typename, (), {"__annotations__": dict(fields), "__module__": _caller()}, total=total)

    def __mro_entries__(self, bases):
        return (_typed_dict_base,)

    def __repr__(self):
        return "<function TypedDict>"


TypedDict = _TypedDict()
_typed_dict_base = type.__new__(_TypedDictMeta, "TypedDict", (), {})


def is_typeddict(tp):
    """Whether a TypedDict."""
    return isinstance(tp, _TypedDictMeta)


class NewType:
    """A type that is another one but for its name."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = _caller()

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking for: "
                                f"`{cls.__name__} = NewType({cls.__name__!r}, {name})`")
        return (Dummy,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


# ---- functions

def cast(typ, val):
    """val"""
    return val


def assert_type(val, typ, /):
    """val"""
    return val


def assert_never(arg, /):
    """Fails: nobody should come here."""
    raise AssertionError(f"Expected code to be unreachable, but got: {repr(arg)[:100]}")


def reveal_type(obj, /):
    """Tells the type of a value, and returns it."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def final(f):
    """Decorator: says that nobody should override it."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    """Decorator: says that annotations aren't types."""
    if isinstance(arg, type):
        for value in arg.__dict__.values():
            if isinstance(value, _function):
                value.__no_type_check__ = True
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    """Decorator of a decorator: what it returns has no types."""
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed.")


def overload(func):
    """Decorator: one of several signatures of a function."""
    f = getattr(func, "__func__", func)
    _overloads.setdefault((f.__module__, f.__qualname__), []).append(func)
    return _overload_dummy


def get_overloads(func):
    """The signatures that overload noted for a function."""
    f = getattr(func, "__func__", func)
    return list(_overloads.get((f.__module__, f.__qualname__), ()))


def clear_overloads():
    """Forgets them all."""
    _overloads.clear()


def dataclass_transform(**options):
    """Decorator: says that something makes dataclasses."""
    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": options.get("eq_default", True), "order_default": options.get("order_default", False),
            "kw_only_default": options.get("kw_only_default", False),
            "field_specifiers": options.get("field_specifiers", ()), "kwargs": options.get("kwargs", {})}
        return cls_or_fn
    return decorate


def get_origin(tp):
    """The type without its arguments, None if it has none."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, _generic_alias)):
        return tp.__origin__
    if isinstance(tp, _union_type):
        return _union_type
    return Generic if tp is Generic else None


def get_args(tp):
    """The arguments of a type."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, _CallableGenericAlias):
        args = tp.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)):
            return args
        return list(args[:-1]), args[-1]
    if isinstance(tp, (_GenericAlias, _generic_alias, _union_type)):
        return tp.__args__
    return ()


def _strip(t):
    """A type without Annotated, Required and NotRequired."""
    if isinstance(t, _AnnotatedAlias):
        return _strip(t.__origin__)
    if isinstance(t, _GenericAlias):
        if t.__origin__ in (Required, NotRequired):
            return _strip(t.__args__[0])
        args = tuple(_strip(a) for a in t.__args__)
        return t if args == t.__args__ else t.copy_with(args)
    return t


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a function, class or module, references replaced."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            ns = globalns
            if ns is None:
                ns = getattr(sys.modules.get(base.__module__), "__dict__", {})
            own = getattr(base, "__dict__", {})
            for name, value in own.get("__annotations__", {}).items():
                hints[name] = _hint(value, ns, dict(own) if localns is None else localns)
    else:
        if globalns is None:
            f = obj
            while hasattr(f, "__wrapped__"):
                f = f.__wrapped__
            globalns = obj.__dict__ if isinstance(obj, type(sys)) else getattr(f, "__globals__", {})
        found = getattr(obj, "__annotations__", None)
        if found is None:
            if isinstance(obj, (_function, type(sys), type(len))):
                return {}
            raise TypeError("{!r} is not a module, class, method, or function.".format(obj))
        for name, value in found.items():
            hints[name] = _hint(value, globalns, globalns if localns is None else localns)
    return hints if include_extras else {k: _strip(t) for k, t in hints.items()}


def _hint(value, globalns, localns):
    return _evaluated(_convert(value), globalns, localns)


AnyStr = TypeVar("AnyStr", bytes, str)

__all__ = sorted(["AbstractSet", "Annotated", "Any", "AnyStr", "BinaryIO", "Callable", "ClassVar", "Concatenate",
                  "Final", "ForwardRef", "Generic", "IO", "Literal", "LiteralString", "Never", "NewType", "NoReturn",
                  "NotRequired", "Optional", "ParamSpec", "ParamSpecArgs", "ParamSpecKwargs", "Protocol", "Required",
                  "Self", "TYPE_CHECKING", "Text", "TextIO", "Tuple", "Type", "TypeAlias", "TypeGuard", "TypeVar",
                  "TypeVarTuple", "TypedDict", "Union", "Unpack", "NamedTuple", "List", "Dict", "Set", "FrozenSet",
                  "assert_never", "assert_type", "cast", "clear_overloads", "dataclass_transform", "final", "get_args",
                  "get_origin", "get_overloads", "get_type_hints", "is_typeddict", "no_type_check",
                  "no_type_check_decorator", "overload", "reveal_type", "runtime_checkable"]
                 + [n for n in _aliases if n != "AbstractSet"] + list(_supports))
