"""Classes that are mostly a list of fields.

Methods are compiled from text, so that their signatures and tracebacks are
those of functions that somebody wrote.
"""

import sys
from reprlib import recursive_repr

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
           "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen instance was to be set."""


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT_NAME = "__post_init__"

_mappingproxy = type(_FIELD_BASE.__dict__)
_function = type(_FIELD_BASE.__init__)
_slot = type(type("", (), {"__slots__": ("x",)}).x)

_EMPTY_METADATA = _mappingproxy({})
_ATOMIC_TYPES = frozenset({type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented),
                           type(len), _function, type, range})


class InitVar:
    """The type of a field that is but a parameter of __init__."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not hasattr(self.type, "__origin__"):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of a field; made by field()."""

    __slots__ = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare",
                 "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else _mappingproxy(metadata)
        self.kw_only = kw_only

    @recursive_repr()
    def __repr__(self):
        return "Field(%s)" % ",".join("%s=%r" % (name, getattr(self, name)) for name in self.__slots__)

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init, self.repr, self.eq = init, repr, eq
        self.order, self.unsafe_hash, self.frozen = order, unsafe_hash, frozen

    def __repr__(self):
        return "_DataclassParams(%s)" % ",".join("%s=%r" % (name, getattr(self, name)) for name in self.__slots__)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    """Says more of a field than its type."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# ---- the kinds of fields

def _is_typing(annotation, module_name, attr):
    """Whether an annotation is typing.ClassVar or the like, or its text."""
    module = sys.modules.get(module_name)
    return module is not None and (annotation is getattr(module, attr, None)
                                   or getattr(annotation, "__origin__", None) is getattr(module, attr, MISSING))


def _is_classvar(annotation):
    return _is_typing(annotation, "typing", "ClassVar")


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY


def _is_text_of(annotation, cls, check):
    """check() for an annotation that is text: it counts up to its first name,
    or module and name."""
    if not isinstance(annotation, str):
        return False
    ns = getattr(sys.modules.get(cls.__module__), "__dict__", {})
    name, rest = _first_word(annotation)
    if rest.startswith("."):
        module = ns.get(name)
        if not isinstance(module, type(sys)):
            return False
        ns = module.__dict__
        name, _ = _first_word(rest[1:])
    return name in ns and check(ns[name])


def _first_word(text):
    """(name that text begins with, the rest), blanks left out."""
    text = text.lstrip()
    n = 0
    while n < len(text) and (text[n].isalnum() or text[n] == "_"):
        n += 1
    return text[:n], text[n:].lstrip()


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, _slot):
            default = MISSING  # a slot
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if _is_classvar(annotation) or _is_text_of(annotation, cls, _is_classvar):
        f._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation) or _is_text_of(annotation, cls, _is_initvar):
        f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f"field {f.name} cannot have a default factory")
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {f.name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and (isinstance(f.default, (list, dict, set, bytearray))
                                    or getattr(type(f.default), "__hash__", None) is None):
        raise ValueError(f"mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory")
    return f


# ---- methods

def _create_fn(name, args, body, *, globals=None, locals=None):
    """Compiles a method; locals are what its text names."""
    locals = dict(locals or {})
    text = "def __create_fn__(%s):\n def %s(%s):\n%s\n return %s" % (
        ", ".join(locals), name, ", ".join(args), "\n".join("  " + line for line in body), name)
    ns = {}
    exec(text, globals if globals is not None else {}, ns)
    return ns["__create_fn__"](**locals)


def _assignment(frozen, name, value, self_name):
    if frozen:
        return f"__dataclass_builtins_object__.__setattr__({self_name},{name!r},{value})"
    return f"{self_name}.{name}={value}"


def _init_param(f):
    if f.default is MISSING and f.default_factory is MISSING:
        default = ""
    elif f.default is not MISSING:
        default = f"=_dflt_{f.name}"
    else:
        default = "=_HAS_DEFAULT_FACTORY"
    return f.name + default


def _init_line(f, frozen, self_name, slots):
    """The line of __init__ that sets a field, or None."""
    factory = f"_dflt_{f.name}"
    if f.default_factory is not MISSING:
        value = f"{factory}() if {f.name} is _HAS_DEFAULT_FACTORY else {f.name}" if f.init else f"{factory}()"
    elif f.init:
        value = f.name
    elif slots and f.default is not MISSING:
        value = factory
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    return _assignment(frozen, f.name, value, self_name)


def _init_fn(fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots, globals):
    seen_default = False
    for f in std_fields:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = True
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
    locals = {"_HAS_DEFAULT_FACTORY": _HAS_DEFAULT_FACTORY, "__dataclass_builtins_object__": object}
    for f in fields:
        if f.default_factory is not MISSING:
            locals["_dflt_" + f.name] = f.default_factory
        elif f.default is not MISSING:
            locals["_dflt_" + f.name] = f.default
    body = [line for line in (_init_line(f, frozen, self_name, slots) for f in fields) if line]
    if has_post_init:
        params = ",".join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.{_POST_INIT_NAME}({params})")
    params = [_init_param(f) for f in std_fields]
    if kw_only_fields:
        params += ["*"] + [_init_param(f) for f in kw_only_fields]
    init = _create_fn("__init__", [self_name] + params, body or ["pass"], locals=locals, globals=globals)
    init.__annotations__ = {f.name: f.type for f in std_fields + kw_only_fields}
    init.__annotations__["return"] = None
    return init


def _repr_fn(fields, globals):
    shown = ", ".join(f"{f.name}={{self.{f.name}!r}}" for f in fields)
    text = _create_fn(
        "__repr__", ("self",), ['return f"{self.__class__.__qualname__}(' + shown + ')"'], globals=globals)
    wrapper = recursive_repr()(text)
    wrapper.__wrapped__ = text
    return wrapper


def _tuple_str(obj_name, fields):
    return "(%s)" % "".join(f"{obj_name}.{f.name}," for f in fields)


def _frozen_fns(cls, fields, globals):
    locals = {"cls": cls, "FrozenInstanceError": FrozenInstanceError}
    names = "(%s)" % "".join(repr(f.name) + "," for f in fields)
    test = "type(self) is cls" + (f" or name in {names}" if fields else "")
    return (
        _create_fn("__setattr__", ("self", "name", "value"),
                   (f"if {test}:", ' raise FrozenInstanceError(f"cannot assign to field {name!r}")',
                    "super(cls, self).__setattr__(name, value)"), locals=locals, globals=globals),
        _create_fn("__delattr__", ("self", "name"),
                   (f"if {test}:", ' raise FrozenInstanceError(f"cannot delete field {name!r}")',
                    "super(cls, self).__delattr__(name)"), locals=locals, globals=globals))


def _cmp_fn(name, op, fields, globals):
    return _create_fn(name, ("self", "other"),
                      ["if other.__class__ is self.__class__:",
                       f" return {_tuple_str('self', fields)}{op}{_tuple_str('other', fields)}",
                       "return NotImplemented"], globals=globals)


def _hash_fn(fields, globals):
    return _create_fn("__hash__", ("self",), [f"return hash({_tuple_str('self', fields)})"], globals=globals)


def _set_qualname(cls, value):
    if isinstance(value, _function):
        value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
    return value


def _set_new_attribute(cls, name, value):
    """Sets an attribute unless the class has it; returns whether it has."""
    if name in cls.__dict__:
        return True
    setattr(cls, name, _set_qualname(cls, value))
    return False


def _set_hash(cls, params, has_explicit_hash, fields, globals):
    """__hash__, by what unsafe_hash, eq, frozen and the class say."""
    if params.unsafe_hash:
        if has_explicit_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not params.eq or has_explicit_hash:
        return
    elif not params.frozen:
        cls.__hash__ = None
        return
    used = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    cls.__hash__ = _set_qualname(cls, _hash_fn(used, globals))


# ---- the decorator

def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    globals = sys.modules[cls.__module__].__dict__ if cls.__module__ in sys.modules else {}
    params = _DataclassParams(init, repr, eq, order, unsafe_hash, frozen)
    setattr(cls, _PARAMS, params)
    any_frozen_base = has_dataclass_bases = False
    for b in cls.__mro__[-1:0:-1]:
        inherited = getattr(b, _FIELDS, None)
        if inherited is not None:
            has_dataclass_bases = True
            fields.update((f.name, f) for f in inherited.values())
            any_frozen_base = any_frozen_base or getattr(b, _PARAMS).frozen
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    kw_only_seen = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation) or _is_text_of(annotation, cls, _is_kw_only):
            if kw_only_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only_seen = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen_base and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, fields)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or class_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    all_init = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std = tuple(f for f in all_init if f.init and not f.kw_only)
    kw = tuple(f for f in all_init if f.init and f.kw_only)
    if init:
        self_name = "__dataclass_self__" if "self" in fields else "self"
        _set_new_attribute(cls, "__init__", _init_fn(
            all_init, std, kw, frozen, hasattr(cls, _POST_INIT_NAME), self_name, slots, globals))
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    if repr:
        _set_new_attribute(cls, "__repr__", _repr_fn([f for f in field_list if f.repr], globals))
    compared = [f for f in field_list if f.compare]
    if eq:
        _set_new_attribute(cls, "__eq__", _cmp_fn("__eq__", "==", compared, globals))
    if order:
        for name, op in ("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">="):
            if _set_new_attribute(cls, name, _cmp_fn(name, op, compared, globals)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                "Consider using functools.total_ordering")
    if frozen:
        for fn in _frozen_fns(cls, field_list, globals):
            if _set_new_attribute(cls, fn.__name__, fn):
                raise TypeError(f"Cannot overwrite attribute {fn.__name__} in class {cls.__name__}")
    _set_hash(cls, params, has_explicit_hash, field_list, globals)
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + _signature_text(cls)
    if match_args:
        _set_new_attribute(cls, "__match_args__", tuple(f.name for f in std))
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    if getattr(cls, "__abstractmethods__", None):
        import abc
        abc.update_abstractmethods(cls)
    return cls


def _signature_text(cls):
    import _signature
    try:
        return str(_signature.signature(cls)).replace(" -> None", "")
    except (TypeError, ValueError):
        return ""


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return []
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return [slots] if isinstance(slots, str) else list(slots)


def _add_slots(cls, is_frozen, weakref_slot):
    """The class again, with __slots__."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    names = tuple(f.name for f in fields(cls))
    inherited = {slot for base in cls.__mro__[1:-1] for slot in _slots_of(base)}
    ns = dict(cls.__dict__)
    ns["__slots__"] = tuple(n for n in names + (("__weakref__",) if weakref_slot else ()) if n not in inherited)
    for name in names + ("__dict__", "__weakref__"):
        ns.pop(name, None)
    qualname = getattr(cls, "__qualname__", None)
    cls = type(cls)(cls.__name__, cls.__bases__, ns)
    if qualname is not None:
        cls.__qualname__ = qualname
    if is_frozen:
        if "__getstate__" not in ns:
            cls.__getstate__ = _dataclass_getstate
        if "__setstate__" not in ns:
            cls.__setstate__ = _dataclass_setstate
    return cls


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Decorator: adds __init__, __repr__, __eq__ and others to a class, by the
    fields that its annotations name."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                              slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


# ---- instances

def fields(class_or_instance):
    """The Fields of a dataclass or an instance of one."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether it is a dataclass, or an instance of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """An instance as a dict, and those in its fields."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """An instance as a tuple, and those in its fields."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda pairs: tuple_factory([v for _, v in pairs]))


def _convert(obj, make):
    """Goes through instances and containers; make(pairs) stands for an instance."""
    kind = type(obj)
    if kind in _ATOMIC_TYPES:
        return obj
    if _is_dataclass_instance(obj):
        return make([(f.name, _convert(getattr(obj, f.name), make)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[_convert(v, make) for v in obj])
    if isinstance(obj, (list, tuple)):
        return kind(_convert(v, make) for v in obj)
    if isinstance(obj, dict):
        pairs = ((_convert(k, make), _convert(v, make)) for k, v in obj.items())
        if hasattr(kind, "default_factory"):
            result = kind(getattr(obj, "default_factory"))
            for k, v in pairs:
                result[k] = v
            return result
        return kind(pairs)
    import copy
    return copy.deepcopy(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False,
                   weakref_slot=False):
    """Makes a dataclass of names, (name, type) and (name, type, field)."""
    import keyword
    import types
    namespace = dict(namespace or {})
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            name, tp = item, "typing.Any"
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, value = item
            defaults[name] = value
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if keyword.iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = tp

    def body(ns):
        ns.update(namespace)
        ns.update(defaults)
        ns["__annotations__"] = annotations
    cls = types.new_class(cls_name, bases, {}, body)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """A copy of an instance with other values of some fields."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    fields = [f for f in getattr(obj, _FIELDS).values() if f._field_type is not _FIELD_CLASSVAR]
    for f in fields:
        given = f.name in changes
        if given and not f.init:
            raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
        if f.init and not given and f._field_type is _FIELD_INITVAR and f.default is MISSING:
            raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
        if f.init and not given:
            changes[f.name] = getattr(obj, f.name)
    return type(obj)(**changes)
