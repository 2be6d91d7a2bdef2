"""Enumerations: classes whose attributes are constants with names.

A class body's names are collected by _EnumDict; those that are members are
replaced by _proto_member, which makes the member when the class exists and
calls __set_name__.
"""

import builtins as bltns
import sys

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum",
           "auto", "unique", "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT",
           "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr", "global_str",
           "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name",
           "pickle_by_enum_name"]

Enum = Flag = EJECT = _stdlib_enums = ReprEnum = None

_auto_null = object()
_mappingproxy = type(type("", (), {}).__dict__)


class nonmember:
    """Keeps a value of a class body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of a value of a class body that wouldn't be one."""

    def __init__(self, value):
        self.value = value


class auto:
    """A value that _generate_next_value_ chooses."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % self.value


# ---- kinds of names

def _is_descriptor(obj):
    kind = type(obj)
    return hasattr(kind, "__get__") or hasattr(kind, "__set__") or hasattr(kind, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    pattern = "_%s__" % cls_name
    return (len(name) > len(pattern) and name.startswith(pattern) and name[len(pattern)] != "_"
            and (name[-1] != "_" or name[-2] != "_"))


def _is_internal_class(cls_name, obj):
    """Whether a class was made in the body of the enumeration."""
    if not isinstance(obj, type):
        return False
    qualname = getattr(obj, "__qualname__", "")
    pattern = "%s.%s" % (cls_name, getattr(obj, "__name__", ""))
    return qualname == pattern or qualname.endswith("." + pattern)


def _is_single_bit(num):
    return num > 0 and num & (num - 1) == 0


def _bits(num):
    """The powers of two in a number, smallest first."""
    if not isinstance(num, int):
        if isinstance(num, Enum):
            num = num.value
        else:
            raise TypeError("%r has an unexpected type" % (num,))
    if num < 0:
        raise ValueError("%r is not a positive integer" % num)
    while num:
        bit = num & (~num + 1)
        yield bit
        num ^= bit


_iter_bits_lsb = _bits


def _high_bit(value):
    return value.bit_length() - 1


def bin(num, max_bits=None):
    """Two's complement: 0b0 0101, 0b1 1010."""
    ceiling = 2 ** num.bit_length()
    if num >= 0:
        text = bltns.bin(num + ceiling).replace("1", "0", 1)
    else:
        text = bltns.bin(~num ^ (ceiling - 1) + ceiling)
    sign, digits = text[:3], text[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return "%s %s" % (sign, digits)


def _or_(a, b):
    return a | b


def _dedent(text):
    import textwrap
    return textwrap.dedent(text)


# ---- the parts of a class

class property:
    """A property of members whose name a member may have, too."""

    member = name = clsname = None

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            try:
                return ownerclass._member_map_[self.name]
            except KeyError:
                raise AttributeError("%r has no attribute %r" % (ownerclass, self.name)) from None
        if self.fget is not None:
            return self.fget(instance)
        if self.member is not None:
            return self.member
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError("%r member has no attribute %r" % (ownerclass, self.name)) from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class _proto_member:
    """Stands for a member until its class exists."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, enum_class, member_name):
        delattr(enum_class, member_name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if enum_class._member_type_ is tuple:
            args = (args,)
        if enum_class._use_args_:
            new = enum_class._new_member_(enum_class, *args)
        else:
            new = enum_class._new_member_(enum_class)
        if not hasattr(new, "_value_"):
            if enum_class._member_type_ is object:
                new._value_ = value
            else:
                try:
                    new._value_ = enum_class._member_type_(*args)
                except Exception as exc:
                    error = TypeError("_value_ not set in __new__, unable to create it")
                    error.__cause__ = exc
                    raise error
        value = new._value_
        new._name_ = member_name
        new.__objclass__ = enum_class
        new.__init__(*args)
        new._sort_order_ = len(enum_class._member_names_)
        new = self._canonical(enum_class, member_name, new, value)
        self._bind(enum_class, member_name, new)
        enum_class._member_map_[member_name] = new
        try:
            enum_class._value2member_map_.setdefault(value, new)
        except TypeError:
            enum_class._unhashable_values_.append(value)

    def _canonical(self, cls, name, new, value):
        """The member of that value that there is already, or else the new one."""
        try:
            try:
                return cls._value2member_map_[value]
            except TypeError:
                for other in cls._member_map_.values():
                    if other._value_ == value:
                        return other
                raise KeyError(value)
        except KeyError:
            if Flag is None or not issubclass(cls, Flag):
                cls._member_names_.append(name)
            elif isinstance(value, int):
                if _is_single_bit(value):
                    cls._member_names_.append(name)
                    cls._singles_mask_ |= value
                cls._flag_mask_ |= value
                cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        return new

    def _bind(self, cls, name, new):
        """Makes it an attribute of its class; a property of that name stays one
        for members."""
        for base in cls.__mro__[1:]:
            found = base.__dict__.get(name)
            if isinstance(found, (property, bltns.property)) or type(found).__name__ == "DynamicClassAttribute":
                redirect = property(found.fget, found.fset, found.fdel)
                redirect.member = new
                redirect.__set_name__(cls, name)
                setattr(cls, name, redirect)
                return
            if found is not None and not isinstance(found, Enum or ()):
                break
        setattr(cls, name, new)


class _EnumDict(dict):
    """The namespace of a class body: notes the members, and refuses what is
    reserved or said twice."""

    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = None

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_internal_class(self._cls_name, value):
            import warnings
            warnings.warn("In 3.13 classes created inside an enum will not become a member.  "
                          "Use the `member` decorator to keep the current behavior.",
                          DeprecationWarning, stacklevel=2)
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            self._reserved(key, value)
            if key == "_ignore_":
                value = self._ignore
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore or isinstance(value, nonmember):
            if isinstance(value, nonmember):
                value = value.value
        elif not isinstance(value, member) and _is_descriptor(value):
            pass
        else:
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            value, noted = self._resolve(key, value)
            self._member_names[key] = None
            if not noted:
                self._last_values.append(value)
        super().__setitem__(key, value)

    def _reserved(self, key, value):
        if key not in ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_",
                       "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_"):
            raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use" % (key,))
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == "_ignore_":
            names = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = names
            already = set(names) & set(self._member_names)
            if already:
                raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))

    def _resolve(self, key, value):
        """(the value with each auto in it replaced, whether there was one)"""
        single = isinstance(value, auto)
        values = (value,) if single else value
        if not isinstance(values, tuple) or not any(isinstance(v, auto) for v in values):
            return value, False
        done = []
        for v in values:
            if isinstance(v, auto):
                if v.value == _auto_null:
                    v.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
                    self._auto_called = True
                v = v.value
                self._last_values.append(v)
            done.append(v)
        if single:
            return done[0], True
        try:
            return type(value)(done), True
        except TypeError:
            return type(value)(*done), True

    def update(self, members, **more_members):
        for name in members.keys() if hasattr(members, "keys") else ():
            self[name] = members[name]
        if not hasattr(members, "keys"):
            for name, value in members:
                self[name] = value
        for name, value in more_members.items():
            self[name] = value


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        enum_dict = _EnumDict()
        enum_dict._cls_name = cls
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            enum_dict["_generate_next_value_"] = getattr(first_enum, "_generate_next_value_", None)
        return enum_dict

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        classdict.setdefault("_ignore_", []).append("_ignore_")
        for key in classdict["_ignore_"]:
            classdict.pop(key, None)
        names = list(classdict._member_names)
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(n) for n in invalid))
        order = classdict.pop("_order_", None)
        if order is not None and isinstance(order, str):
            order = order.replace(",", " ").split()
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        values = {name: classdict[name] for name in names}
        for name in names:
            dict.__setitem__(classdict, name, _proto_member(values[name]))
        own = dict(classdict)
        is_flag = Flag is not None and any(issubclass(b, Flag) for b in bases)
        dict.__setitem__(classdict, "_new_member_", new)
        dict.__setitem__(classdict, "_use_args_", use_args)
        metacls._housekeeping(classdict, member_type, bases, first_enum, boundary, is_flag)
        try:
            enum_class = super().__new__(metacls, cls, bases, classdict, **kwds)
        except RuntimeError as e:
            # An exception of a member, which type.__new__ tells in its own way.
            if e.__cause__ is None:
                raise
            raise e.__cause__ from None
        metacls._inherit(enum_class, own, first_enum, member_type, is_flag)
        if Enum is not None and save_new:
            enum_class.__new_member__ = enum_class.__dict__.get("__new__")
        if Enum is not None:
            enum_class.__new__ = Enum.__new__
        if is_flag:
            metacls._finish_flag(enum_class)
        if order is not None:
            metacls._check_order(enum_class, order)
        return enum_class

    @classmethod
    def _housekeeping(metacls, classdict, member_type, bases, first_enum, boundary, is_flag):
        def set(name, value):
            dict.__setitem__(classdict, name, value)
        set( "_member_names_", [])
        set("_member_map_", {})
        set("_value2member_map_", {})
        set("_unhashable_values_", [])
        set("_member_type_", member_type)
        set("_value_repr_", metacls._find_data_repr_(None, bases))
        if Flag is None and "_boundary_" not in classdict or is_flag:
            set("_boundary_", boundary or getattr(first_enum, "_boundary_", None))
            set("_flag_mask_", 0)
            set("_singles_mask_", 0)
            set("_all_bits_", 0)
            set("_inverted_", None)

    @classmethod
    def _inherit(metacls, cls, own, first_enum, member_type, is_flag):
        """The methods that a mixed-in type must not take from Enum."""
        if ReprEnum is not None and ReprEnum in cls.__bases__:
            # The text of such a member is that of its value.
            for name in "__str__", "__format__":
                if name not in own:
                    method = getattr(member_type, name)
                    if name == "__str__" and _same(method, object.__str__):
                        method = member_type.__repr__  # object's would ask that of the member
                    setattr(cls, name, method)
                    own[name] = None
        if Enum is None:
            return
        for name in "__repr__", "__str__", "__format__", "__reduce_ex__":
            if name in own:
                continue
            class_method = getattr(cls, name)
            object_method = getattr(object, name)
            data_method = getattr(member_type, name)
            enum_method = getattr(first_enum, name)
            if _same(class_method, data_method) or _same(class_method, object_method):
                if not _same(class_method, enum_method):
                    setattr(cls, name, enum_method)
        if is_flag:
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in own:
                    setattr(cls, name, getattr(Flag, name))

    @classmethod
    def _finish_flag(metacls, enum_class):
        """Has combinations walked through as the members were defined."""
        ordered = [m._value_ for m in enum_class]
        if ordered != sorted(ordered):
            enum_class._iter_member_ = enum_class._iter_member_by_def_

    @classmethod
    def _check_order(metacls, enum_class, order):
        names = enum_class._member_names_
        aliases = enum_class._member_map_
        if Flag is not None and issubclass(enum_class, Flag):
            order = [o for o in order if o not in aliases or _is_single_bit(aliases[o]._value_)]
        order = [o for o in order if o not in aliases or o in names]
        if order != names:
            raise TypeError("member order does not match _order_:\n  %r\n  %r" % (names, order))

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None and type is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start,
                            boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            import warnings
            warnings.warn("in 3.12 __contains__ will no longer raise TypeError, but will return True or\n"
                          "False depending on whether the value is a member or the value of a member",
                          DeprecationWarning, stacklevel=2)
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (
                type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__", "__iter__",
                 "__len__", "__members__", "__module__", "__name__", "__qualname__"}
        names |= set(cls._member_names_)
        if not _same(cls._new_member_, object.__new__):
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__ and "__init_subclass__" in cls.__dict__:
            names.add("__init_subclass__")
        if cls._member_type_ is object:
            return sorted(names)
        return sorted(set(dir(cls._member_type_)) | names)

    def __getattr__(cls, name):
        raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @bltns.property
    def __members__(cls):
        return _mappingproxy(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """The functional API: Enum("Name", "A B C")."""
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given, names, values = names, [], []
            for count, name in enumerate(given):
                value = cls._generate_next_value_(name, start, count, values[:])
                values.append(value)
                names.append((name, value))
        for item in names if names is not None else ():
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals["__name__"]
            except (AttributeError, ValueError, KeyError):
                pass
        if module is None:
            classdict["__reduce_ex__"] = _break_on_call_reduce
        else:
            classdict["__module__"] = module
        if qualname is not None:
            classdict["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        """Makes members of the globals of a module that filter chooses."""
        namespace = sys.modules[module].__dict__
        source = source.__dict__ if source else namespace
        members = [(n, source[n]) for n in source.keys() if filter(n)]
        try:
            members.sort(key=lambda t: (t[1], t[0]))
        except TypeError:
            members.sort(key=lambda t: t[0])
        cls = cls(name, members, module=module, boundary=boundary or KEEP)
        cls.__doc__ = "An enumeration."
        if as_global:
            global_enum(cls)
        else:
            namespace.update(cls.__members__)
        namespace[name] = cls
        return cls

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError("<enum %r> cannot extend %r" % (class_name, base))

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """(the type of the values, the enumeration that is extended)"""
        if not bases:
            return object, Enum
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if "__repr__" in getattr(base, "__dict__", ()) or not hasattr(base, "__dict__"):
                    fields = base.__dict__.get("__dataclass_fields__") if hasattr(base, "__dict__") else None
                    if fields and "__dataclass_params__" in base.__dict__ and base.__dict__["__dataclass_params__"].repr:
                        return _dataclass_repr
                    return base.__repr__
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        data_types, base_chain = [], set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                base_chain.add(base)
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        _add(data_types, base._member_type_)
                        break
                elif _makes_values(base, base_chain):
                    _add(data_types, candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(data_types) > 1:
            raise TypeError("too many data types for %r: %r" % (class_name, set(data_types)))
        return data_types[0] if data_types else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """(__new__ of members, whether to keep it, whether it takes the value)"""
        new = classdict.get("__new__", None)
        if isinstance(new, staticmethod):
            new = new.__func__
        save_new = first_enum is not None and new is not None
        if new is None:
            new = _inherited_new(member_type, first_enum)
        return new, save_new, not _is_object_new(new)


EnumMeta = EnumType


def _add(items, item):
    if item not in items:
        items.append(item)


def _same(a, b):
    """Whether two are the same function; methods of built-in types are made
    anew by each look-up."""
    return a is b or a == b or (not hasattr(a, "__code__") and not hasattr(b, "__code__") and repr(a) == repr(b))


def _makes_values(base, chain):
    """Whether a class has a __new__ of its own, or fields."""
    own = getattr(base, "__dict__", None)
    if own is None or not _made_by_script(base):
        return True
    return "__new__" in own or "__dataclass_fields__" in own


def _made_by_script(cls):
    return "__module__" in cls.__dict__ and cls.__module__ != "builtins"


def _is_object_new(new):
    return new is object.__new__ or getattr(new, "__self__", None) is object and new.__name__ == "__new__" or (
        not hasattr(new, "__code__") and repr(new) == repr(object.__new__))


def _inherited_new(member_type, first_enum):
    for method in "__new_member__", "__new__":
        for possible in member_type, first_enum:
            target = getattr(possible, method, None)
            if target is not None and not _is_object_new(target) and (
                    Enum is None or target is not Enum.__new__):
                return target
    return object.__new__


def _dataclass_repr(self):
    fields = self.__dataclass_fields__
    return ", ".join("%s=%r" % (k, getattr(self, k)) for k in fields.keys() if fields[k].repr)


def _break_on_call_reduce(self, proto):
    raise TypeError("%r cannot be pickled" % self)


class Enum(metaclass=EnumType):
    """The base of enumerations."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        except TypeError:  # no key of a dict
            for known in cls._member_map_.values():
                if known._value_ == value:
                    return known
        if not cls._member_map_:
            raise TypeError("%r has no members defined" % cls)
        error = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            error, result = e, None
        if isinstance(result, cls) or Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
            return result
        invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if result is None and error is None:
            raise invalid
        if error is None:
            error = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (
                cls.__name__, result))
        if not isinstance(error, ValueError):
            error.__context__ = invalid
        raise error

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): one more than the highest."""
        if not last_values:
            return start
        try:
            last = sorted(last_values).pop()
        except TypeError:
            import warnings
            warnings.warn("In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support adding +1\n"
                          "and the value returned will be the largest value in the enum incremented by 1",
                          DeprecationWarning, stacklevel=3)
            for value in reversed(last_values):
                try:
                    return value + 1
                except TypeError:
                    pass
            return start
        try:
            return last + 1
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = set()
        if self.__class__._member_type_ is not object:
            names = set(object.__dir__(self))
        for cls in self.__class__.mro():
            for name, obj in getattr(cls, "__dict__", {}).items():
                if name[0] == "_":
                    continue
                if isinstance(obj, property):
                    if obj.fget is not None or name not in self._member_map_:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in self._member_map_:
                    names.add(name)
        names |= set(getattr(self, "__dict__", ()))
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
                      | {n for n in names if n[0] != "_"})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the member."""
        return self._name_

    @property
    def value(self):
        """The value of the member."""
        return self._value_


class ReprEnum(Enum):
    """Enumerations whose members print as their values."""


class IntEnum(int, ReprEnum):
    """Members are integers."""


class StrEnum(str, ReprEnum):
    """Members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2],))
        value = str(*values)
        new = str.__new__(cls, value)
        new._value_ = value
        return new

    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the name in small letters."""
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


_reduce_ex_by_global_name = pickle_by_global_name


def _make_class_unpicklable(obj):
    """Has pickling the members of a class fail."""
    setattr(obj, "__reduce_ex__", _break_on_call_reduce)
    setattr(obj, "__module__", "<unknown>")


class FlagBoundary(StrEnum):
    """What becomes of bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Members that combine by | & ^ ~."""

    _numeric_repr_ = repr

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the next power of two."""
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** (_high_bit(last) + 1)
        except Exception:
            raise TypeError("invalid flag value %r" % last) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted([m for m in cls._iter_member_by_value_(value) if m is not None],
                          key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """The member that combines those of a value's bits."""
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, singles, all_bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        given = value
        negative = value < 0
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                bits = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (
                    cls, value, bin(value, bits), bin(mask, bits)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value += all_bits + 1
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]" % (cls.__name__, value, unknown, bin(unknown)))
        if negative and value in cls._value2member_map_:
            return cls._value2member_map_[value]
        if cls._member_type_ is object:
            new = object.__new__(cls)
        else:
            new = cls._member_type_.__new__(cls, value)
        if not hasattr(new, "_value_"):
            new._value_ = value
        members = [m for m in cls._iter_member_(value)] if value & singles else []
        members = [m for m in members if m is not None]
        if members:
            new._name_ = "|".join(m._name_ for m in members)
            rest = value
            for m in members:
                rest &= ~m._value_
            if rest:
                new._name_ += "|%s" % cls._numeric_repr_(rest)
        else:
            new._name_ = None
        new = cls._value2member_map_.setdefault(value, new)
        if given < 0:
            cls._value2member_map_[given] = new
        return new

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (self.__class__.__name__, show(self._value_))
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, show(self._value_))

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        other = self._get_value(other)
        return other if other is NotImplemented else self.__class__(self._value_ | other)

    def __and__(self, other):
        other = self._get_value(other)
        return other if other is NotImplemented else self.__class__(self._value_ & other)

    def __xor__(self, other):
        other = self._get_value(other)
        return other if other is NotImplemented else self.__class__(self._value_ ^ other)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are integers."""


# ---- decorators

def unique(enumeration):
    """Decorator: refuses members of equal value."""
    duplicates = [(name, m.name) for name, m in enumeration._member_map_.items() if name != m.name]
    if duplicates:
        raise ValueError("duplicate values found in %r: %s" % (
            enumeration, ", ".join("%s -> %s" % pair for pair in duplicates)))
    return enumeration


def global_enum_repr(self):
    """module.NAME"""
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    """module.NAME, or several of them joined by |."""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    if _is_single_bit(self._value_):
        return "%s.%s" % (module, self._name_)
    if self._boundary_ is not KEEP:
        return "|".join("%s.%s" % (module, name) for name in self.name.split("|"))
    return "|".join(n if n[0].isdigit() else "%s.%s" % (module, n) for n in self._name_.split("|"))


def global_str(self):
    """NAME"""
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def _old_convert_(etype, name, module, filter, source=None, *, boundary=None):
    """As EnumType._convert_, with the repr and str of other enums."""
    namespace = sys.modules[module].__dict__
    source = source.__dict__ if source else namespace
    members = [(n, source[n]) for n in source.keys() if filter(n)]
    try:
        members.sort(key=lambda t: (t[1], t[0]))
    except TypeError:
        members.sort(key=lambda t: t[0])
    return etype(name, members, module=module, boundary=boundary or KEEP)


def global_enum(cls, update_str=False):
    """Decorator: puts the members into the module, and has them shown so."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls._member_map_)
    return cls


class EnumCheck(StrEnum):
    """What verify looks at."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Decorator: checks an enumeration for CONTINUOUS, NAMED_FLAGS, UNIQUE."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(n, m.name) for n, m in enumeration._member_map_.items() if n != m.name]
                if duplicates:
                    raise ValueError("aliases found in %r: %s" % (
                        enumeration, ", ".join("%s -> %s" % pair for pair in duplicates)))
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named(enumeration)
        return enumeration

    def _continuous(self, enumeration):
        values = {m._value_ for m in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            missing = [2 ** i for i in range(_high_bit(low) + 1, _high_bit(high)) if 2 ** i not in values]
        elif issubclass(enumeration, int) or all(isinstance(v, int) for v in values):
            missing = [i for i in range(low + 1, high) if i not in values]
        else:
            raise Exception("verify: unknown type %r" % enumeration.__class__.__name__)
        if missing:
            raise ValueError(("invalid %s %r: missing values %s" % (
                "flag" if issubclass(enumeration, Flag) else "enum", enumeration.__name__,
                ", ".join(str(m) for m in missing)))[:256])

    def _named(self, enumeration):
        names, unknown = [], 0
        values = [m._value_ for m in enumeration]
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias._value_ < 0:
                continue
            missing = [v for v in _bits(alias._value_) if v not in values]
            if missing:
                names.append(name)
                for v in missing:
                    unknown |= v
        if not names:
            return
        if len(names) == 1:
            text = "alias %r is missing" % names[0]
        else:
            text = "aliases %s and %s are missing" % (", ".join(names[:-1]), names[-1])
        what = "value 0x%x" % unknown if _is_single_bit(unknown) else "combined values of 0x%x" % unknown
        raise ValueError("invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]" % (
            enumeration.__name__, text, what))


def show_flag_values(value):
    """The powers of two in a value."""
    return list(_bits(value))


def _simple_enum(etype=Enum, *, boundary=None, use_args=None):
    """Decorator: makes an enumeration of a plain class."""
    def convert(cls):
        body = etype.__class__.__prepare__(cls.__name__, (etype,))
        for name, value in cls.__dict__.items():
            if name not in ("__dict__", "__weakref__"):
                body[name] = value
        return etype.__class__(cls.__name__, (etype,), body, **({} if boundary is None else {"boundary": boundary}))
    return convert


def _test_simple_enum(checked_enum, simple_enum):
    """Fails if two enumerations, one made by _simple_enum, differ in members."""
    checked = {n: m._value_ for n, m in checked_enum._member_map_.items()}
    simple = {n: m._value_ for n, m in simple_enum._member_map_.items()}
    if checked != simple:
        raise TypeError("enum mismatch:\n   %r\n   %r" % (checked, simple))


_stdlib_enums = IntEnum, StrEnum, IntFlag
