"""Objects that take the place of others in tests and note how they are used.

What is noted stands in _mock_calls.py, patch in _mock_patch.py, create_autospec
and mock_open in _mock_spec.py, AsyncMock in _mock_async.py; here are the mocks.
"""

import inspect
import types

from ._mock_calls import ANY, DEFAULT, _ANY, _Call, _CallList, _SentinelObject, call, call_text, sentinel
from .util import safe_repr

__unittest = True

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call",
           "create_autospec", "AsyncMock", "FILTER_DIR", "NonCallableMock",
           "NonCallableMagicMock", "mock_open", "PropertyMock", "seal")

FILTER_DIR = True  # whether dir(mock) shows only what is useful


class InvalidSpecError(Exception):
    """Raised for a mock as the spec of another one."""


def _callable(obj):
    """Whether an attribute of a class can be called on an instance."""
    if isinstance(obj, (staticmethod, classmethod, types.MethodType)):
        return _callable(obj.__func__)
    return isinstance(obj, type) or getattr(obj, "__call__", None) is not None


_missing = sentinel.MISSING
_deleted = sentinel.DELETED

# The names of special methods.

_comparisons = "lt gt le ge eq ne"
_numeric = ("add sub mul matmul truediv floordiv mod lshift rshift and xor or pow "
            "divmod")
_async_magics = {"__aenter__", "__aexit__", "__anext__"}
_magics = {"__%s__" % name for name in (
    _comparisons + " " + _numeric + " " + " ".join("r" + n for n in _numeric.split()) + " "
    + " ".join("i" + n for n in _numeric.split() if n != "divmod") +
    " int contains len enter exit neg pos abs invert complex float bool index round trunc "
    "floor ceil hash str sizeof iter next fspath aiter "
    "getitem setitem delitem").split()} | _async_magics
# Those that no MagicMock has by itself.
_settable = {"__%s__" % name for name in
             "get set delete reversed missing reduce reduce_ex getinitargs getnewargs "
             "getstate setstate getformat repr dir subclasses format getnewargs_ex".split()}
_all_magics = _magics | _settable
_unsupported = {"__getattr__", "__setattr__", "__init__", "__new__", "__prepare__",
                "__instancecheck__", "__subclasscheck__", "__del__"}

_returned = {
    "__hash__": lambda self: object.__hash__(self),
    "__str__": lambda self: object.__str__(self),
    "__sizeof__": lambda self: object.__sizeof__(self),
    "__fspath__": lambda self: "%s/%s/%d" % (type(self).__name__, self._extract_mock_name(), id(self)),
}
_constants = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented,
    "__ge__": NotImplemented, "__int__": 1, "__contains__": False, "__len__": 0,
    "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True,
    "__index__": 1, "__aexit__": False,
}


def _eq(self, other):
    set_to = self.__eq__._mock_return_value
    if set_to is not DEFAULT:
        return set_to
    return True if self is other else NotImplemented


def _ne(self, other):
    if self.__ne__._mock_return_value is not DEFAULT:
        return DEFAULT
    return False if self is other else NotImplemented


def _iterated(self):
    set_to = self.__iter__._mock_return_value
    # An iterator that was set is used up; all else is walked anew.
    return iter([]) if set_to is DEFAULT else iter(set_to)


def _aiterated(self):
    async def walk():
        set_to = self.__aiter__._mock_return_value
        for item in () if set_to is DEFAULT else iter(set_to):
            yield item
    return walk()


_effects = {"__eq__": _eq, "__ne__": _ne, "__iter__": _iterated, "__aiter__": _aiterated}


def _is_magic(name):
    return name[:2] == "__" == name[-2:] and len(name) > 4


def _is_instance_mock(obj):
    return issubclass(type(obj), NonCallableMock)


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _is_async_func(obj):
    return hasattr(obj, "__code__") and inspect.iscoroutinefunction(obj)


def _is_async_obj(obj):
    if _is_instance_mock(obj) and not hasattr(type(obj), "assert_awaited"):
        return False
    if hasattr(obj, "__func__"):
        obj = obj.__func__
    return _is_async_func(obj) or hasattr(type(obj), "assert_awaited") or inspect.isawaitable(obj)


def _extract_mock(obj):
    """The mock behind a function that create_autospec made, or the object itself."""
    return getattr(obj, "mock", obj) if isinstance(obj, types.FunctionType) else obj


def _signature(spec, as_instance, eat_self):
    """The signature that calls of a mock of spec have, or None."""
    if isinstance(spec, type) and not as_instance:
        spec, eat_self = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        eat_self = isinstance(spec, classmethod)
        spec = spec.__func__
    elif not isinstance(spec, (types.FunctionType, types.MethodType)):
        try:
            spec = spec.__call__
        except AttributeError:
            return None
    try:
        sig = inspect.signature(spec)
    except (TypeError, ValueError):
        return None
    if eat_self and not isinstance(spec, types.MethodType):
        kept = list(sig.parameters.values())
        if kept and kept[0].kind in (kept[0].POSITIONAL_ONLY, kept[0].POSITIONAL_OR_KEYWORD):
            sig = sig.replace(parameters=kept[1:])
    return sig


class _Autospec:
    """What a child will be a mock of, as create_autospec found it."""

    def __init__(self, spec, spec_set=False, parent=None, name=None, ids=None, instance=False):
        self.spec, self.spec_set, self.parent = spec, spec_set, parent
        self.name, self.ids, self.instance = name, ids, instance


_SpecState = _Autospec


def _adopt(parent, value, name, new_name):
    """Makes value, if it is a mock that nobody has named yet, a child of parent."""
    value = _extract_mock(value)
    if not _is_instance_mock(value):
        return False
    if (value._mock_name or value._mock_new_name or value._mock_parent is not None
            or value._mock_new_parent is not None):
        return False
    above = parent
    while above is not None:  # mock.return_value = mock
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        value._mock_new_parent, value._mock_new_name = parent, new_name
    if name:
        value._mock_parent, value._mock_name = parent, name
    return True


def _noted(name):
    """An attribute that is noted, by the function that stands for the mock if any."""
    slot = "_mock_" + name

    def get(self):
        delegate = self._mock_delegate
        return self.__dict__[slot] if delegate is None else getattr(delegate, name)

    def put(self, value):
        delegate = self._mock_delegate
        if delegate is None:
            self.__dict__[slot] = value
        else:
            setattr(delegate, name, value)

    return property(get, put)


_NOTED = "called call_count call_args call_args_list mock_calls".split()
_OWN = {"_mock_methods", "_mock_unsafe", "_spec_class", "_spec_set", "_spec_signature",
        "_spec_asyncs", "_mock_return_value", "_mock_side_effect", "_mock_delegate",
        "return_value", "side_effect", "method_calls", "await_count", "await_args",
        "await_args_list"} | set(_NOTED)
# What looks like an assertion, but is none.
_ASSERTLIKE = ("assert", "assret", "asert", "aseert", "assrt")


class Base:
    """What a mock is where no instance says otherwise."""

    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


class NonCallableMock(Base):
    """A mock that can't be called: Mock tells of the arguments."""

    def __new__(cls, /, *args, **kw):
        # A class for each mock, so that it may have special methods of its own.
        bases = (cls,)
        if not issubclass(cls, AsyncMockMixin):
            spec = kw.get("spec_set") or kw.get("spec") or (args[0] if args else None)
            if spec is not None and _is_async_obj(spec):
                bases = (AsyncMockMixin, cls)
        own = type(cls.__name__, bases, {"__doc__": cls.__doc__, "__module__": cls.__module__})
        return object.__new__(own)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name="", _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        if _new_parent is None:
            _new_parent = parent
        if spec_set is not None:
            spec, spec_set = spec_set, True
        if _eat_self is None:
            _eat_self = parent is not None
        d = self.__dict__
        d["_mock_parent"] = parent
        d["_mock_name"] = name
        d["_mock_new_name"] = _new_name
        d["_mock_new_parent"] = _new_parent
        d["_mock_sealed"] = False
        d["_mock_children"] = {}
        d["_mock_wraps"] = wraps
        d["_mock_delegate"] = None
        d["_mock_called"] = False
        d["_mock_call_count"] = 0
        d["_mock_call_args"] = None
        d["_mock_call_args_list"] = _CallList()
        d["_mock_mock_calls"] = _CallList()
        d["method_calls"] = _CallList()
        d["_mock_unsafe"] = unsafe
        self._mock_add_spec(spec, spec_set, _spec_as_instance, _eat_self)
        if kwargs:
            self.configure_mock(**kwargs)
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state)

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        if spec is not None and _is_instance_mock(spec):
            raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
        made = sig = None
        asyncs = []
        if spec is not None and not isinstance(spec, (list, tuple, set, frozenset)):
            made = spec if isinstance(spec, type) else type(spec)
            sig = _signature(spec, _spec_as_instance, _eat_self)
            names = dir(spec)
            for name in names:
                if inspect.iscoroutinefunction(inspect.getattr_static(spec, name, None)):
                    asyncs.append(name)
            spec = names
        d = self.__dict__
        d["_spec_class"] = made
        d["_spec_set"] = spec_set
        d["_spec_signature"] = sig
        d["_mock_methods"] = spec
        d["_spec_asyncs"] = asyncs

    def mock_add_spec(self, spec, spec_set=False):
        """mock_add_spec(spec, spec_set=False): lets a mock have only the attributes of spec."""
        self._mock_add_spec(spec, spec_set)

    called = _noted("called")
    call_count = _noted("call_count")
    call_args = _noted("call_args")
    call_args_list = _noted("call_args_list")
    mock_calls = _noted("mock_calls")

    @property
    def return_value(self):
        """What a call returns."""
        value = self._mock_return_value
        if self._mock_delegate is not None:
            value = self._mock_delegate.return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self.__dict__["_mock_return_value"] = value
            _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        """A function that is called too, an error that is raised, or an
        iterable with what each call returns or raises."""
        delegate = self._mock_delegate
        if delegate is None:
            return self._mock_side_effect
        effect = delegate.side_effect
        if effect is not None and not callable(effect) and not hasattr(effect, "__next__") \
                and not _is_exception(effect):
            effect = delegate.side_effect = iter(effect)
        return effect

    @side_effect.setter
    def side_effect(self, value):
        value = _try_iter(value)
        if self._mock_delegate is None:
            self.__dict__["_mock_side_effect"] = value
        else:
            self._mock_delegate.side_effect = value

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets the calls, of the children too."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called, self.call_count, self.call_args = False, 0, None
        for name in "call_args_list", "method_calls", "mock_calls":
            setattr(self, name, _CallList())
        if return_value:
            self.__dict__["_mock_return_value"] = DEFAULT
        if side_effect:
            self.__dict__["_mock_side_effect"] = None
        for child in self._mock_children.values():
            if child is not _deleted and not isinstance(child, _Autospec):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = self._mock_return_value
        if _is_instance_mock(value) and value is not self:
            value.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Sets attributes, also of children: **{"method.return_value": 3}."""
        for path, value in sorted(kwargs.items(), key=lambda pair: pair[0].count(".")):
            *way, last = path.split(".")
            obj = self
            for name in way:
                obj = getattr(obj, name)
            setattr(obj, last, value)

    def attach_mock(self, mock, attribute):
        """Makes mock an attribute whose calls are noted here too."""
        inner = _extract_mock(mock)
        inner._mock_parent = inner._mock_new_parent = None
        inner._mock_name = ""
        inner._mock_new_name = None
        setattr(self, attribute, mock)

    # Attributes

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe"):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _all_magics:
                raise AttributeError("Mock object has no attribute %r" % name)
        elif _is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not methods or name not in methods):
            if name.startswith(_ASSERTLIKE):
                raise AttributeError(
                    f"{name!r} is not a valid assertion. Use a spec "
                    f"for the mock if {name!r} is meant to be an attribute.")
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = self._mock_wraps
            if wraps is not None:
                wraps = getattr(wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps,
                                         _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        elif isinstance(child, _Autospec):
            try:
                child = create_autospec(child.spec, child.spec_set, child.instance,
                                        child.parent, child.name)
            except InvalidSpecError:
                shown = self.__dict__["_mock_name"] or self
                raise InvalidSpecError(
                    f"Cannot autospec attr {name!r} from target {shown!r} as it has already "
                    f"been mocked out. [target={self!r}, attr={child.spec!r}]")
            self._mock_children[name] = child
        return child

    def __setattr__(self, name, value):
        if name in _OWN or name in self.__dict__ and name[:6] == "_mock_":
            return object.__setattr__(self, name, value)
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods \
                and name not in self.__dict__:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name in _unsupported:
            raise AttributeError("Attempting to set unsupported magic method %r." % name)
        if name in _all_magics:
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError("Mock object has no attribute '%s'" % name)
            if _is_instance_mock(value):
                _adopt(self, value, None, name)
                setattr(type(self), name, value)
                self._mock_children[name] = value
            else:
                setattr(type(self), name, _as_method(name, value))
            return
        if name == "__class__":
            self.__dict__["_spec_class"] = value
            return
        if name == "_mock_methods":
            self.__dict__[name] = value
            return
        if _adopt(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        if isinstance(value, PropertyMock):
            self.__dict__[name] = value
            return
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _deleted:
            raise AttributeError(name)
        if child is not _missing:
            del self._mock_children[name]
        self._mock_children[name] = _deleted

    def __dir__(self):
        if not FILTER_DIR:
            return object.__dir__(self)
        names = set(self._mock_methods or [])
        names.update(n for n in dir(type(self)) if not n.startswith("_"))
        names.update(n for n in self.__dict__ if not n.startswith("_"))
        names.update(n for n, child in self._mock_children.items() if child is not _deleted)
        names.update(n for n in type(self).__dict__ if _is_magic(n))
        names.update("__class__ __delattr__ __dict__ __dir__ __doc__ __getattribute__ "
                     "__hash__ __init__ __init_subclass__ __module__ __new__ __reduce__ "
                     "__reduce_ex__ __repr__ __setattr__ __sizeof__ __str__ __weakref__ "
                     "__subclasshook__ __eq__ __ge__ __gt__ __le__ __lt__ __ne__ "
                     "__format__".split())
        return sorted(names)

    # Names

    def _extract_mock_name(self):
        links, at, root = [], self, self
        while at is not None:
            root = at
            if at._mock_new_parent is not None:
                links.append(at._mock_new_name or "")
            at = at._mock_new_parent
        name = root._mock_name or "mock"
        for link in reversed(links):
            name += link if link == "()" else "." + link
        return name

    def __repr__(self):
        name = self._extract_mock_name()
        shown = "" if name in ("mock", "mock.") else " name=%r" % name
        spec = ""
        if self._spec_class is not None:
            spec = (" spec_set=%r" if self._spec_set else " spec=%r") % self._spec_class.__name__
        return "<%s%s%s id='%s'>" % (type(self).__name__, shown, spec, id(self))

    def _get_child_mock(self, /, **kw):
        """The mock that an attribute or a call of this one gives. Override it
        for other kinds of children."""
        if self._mock_sealed:
            attribute = f".{kw['name']}" if "name" in kw else ".return_value"
            raise AttributeError(self._extract_mock_name() + attribute)
        new_name = kw.get("_new_name")
        if new_name in self.__dict__["_spec_asyncs"]:
            return AsyncMock(**kw)
        kind = type(self)
        if issubclass(kind, MagicMock) and new_name in _async_magics:
            return AsyncMock(**kw)
        if issubclass(kind, AsyncMockMixin):
            if (new_name in _all_magics - _async_magics
                    or self._mock_methods and new_name in self._mock_methods):
                return MagicMock(**kw)
            return AsyncMock(**kw)
        if not issubclass(kind, CallableMixin):
            if issubclass(kind, NonCallableMagicMock):
                return MagicMock(**kw)
            return Mock(**kw) if issubclass(kind, NonCallableMock) else kind.__mro__[1](**kw)
        return kind.__mro__[1](**kw)

    # Assertions

    def _calls_repr(self, prefix="Calls"):
        return f"\n{prefix}: {safe_repr(self.mock_calls)}." if self.mock_calls else ""

    def _shown_name(self):
        return self._mock_name or "mock"

    def _call_matcher(self, made):
        """A call as its signature binds it: equal for equal calls however they
        are written; the TypeError if it doesn't fit."""
        if not (isinstance(made, tuple) and len(made) > 1):
            return made
        if len(made) > 2 and made[0]:
            sig = self._signature_of(made[0])
        else:
            sig = self._spec_signature
        if sig is None:
            return made
        name, args, kwargs = made if len(made) == 3 else ("",) + tuple(made)
        try:
            bound = sig.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs)) if len(made) == 3 else \
            _Call((bound.args, bound.kwargs), two=True)

    def _signature_of(self, name):
        sig, children = None, self._mock_children
        for part in name.replace("()", "").split("."):
            child = children.get(part) if part else None
            if child is None or isinstance(child, _Autospec):
                return sig if not part else None
            child = _extract_mock(child)
            children, sig = child._mock_children, child._spec_signature
        return sig

    def _format_mock_failure_message(self, args, kwargs, action="call"):
        return (f"expected {action} not found.\n"
                f"Expected: {call_text(self._shown_name(), args, kwargs)}\n"
                f"  Actual: {call_text(self._shown_name(), *self.call_args)}")

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (
                self._shown_name(), self.call_count, self._calls_repr()))

    def assert_called(self):
        if not self.call_count:
            raise AssertionError("Expected '%s' to have been called." % self._shown_name())

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (
                self._shown_name(), self.call_count, self._calls_repr()))

    def assert_called_with(self, /, *args, **kwargs):
        """The last call had these arguments."""
        if self.call_args is None:
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: not called." %
                                 call_text(self._shown_name(), args, kwargs))
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(self.call_args) != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(self._format_mock_failure_message(args, kwargs)) from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        """There was one call, and it had these arguments."""
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (
                self._shown_name(), self.call_count, self._calls_repr()))
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Some call had these arguments."""
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        failed = isinstance(expected, Exception)
        if failed or not _found(expected, [self._call_matcher(c) for c in self.call_args_list]):
            raise AssertionError("%s call not found" % call_text(
                self._shown_name(), args, kwargs)) from (expected if failed else None)

    def assert_has_calls(self, calls, any_order=False):
        """The calls were made, one after the other, or in any order."""
        expected = [self._call_matcher(c) for c in calls]
        cause = next((e for e in expected if isinstance(e, Exception)), None)
        made = _CallList(self._call_matcher(c) for c in self.mock_calls)
        if not any_order:
            if expected in made:
                return
            problem = "Calls not found."
            if cause is not None:
                problem = "Error processing expected calls.\nErrors: {}".format(
                    [e if isinstance(e, Exception) else None for e in expected])
            raise AssertionError(f"{problem}\nExpected: {_CallList(calls)}"
                                 f"{self._calls_repr(prefix='  Actual').rstrip('.')}") from cause
        left, lacking = list(made), []
        for one in expected:
            try:
                left.remove(one)
            except ValueError:
                lacking.append(one)
        if lacking:
            raise AssertionError("%r does not contain all of %r in its call list, found %r instead" % (
                self._shown_name(), tuple(lacking), left)) from cause


def _found(expected, made):
    """Whether a call is among others; what is expected decides what is equal."""
    def same(one):
        if not isinstance(one, tuple) or not isinstance(expected, tuple) or len(one) != len(expected):
            return expected == one
        return all(e == o for e, o in zip(tuple(expected), tuple(one)))
    return any(same(one) for one in made)


def _try_iter(value):
    """An iterator over a side effect that is an iterable, else the value itself."""
    if value is None or _is_exception(value) or callable(value):
        return value
    try:
        return iter(value)
    except TypeError:
        return value


def _as_method(name, func):
    def method(self, /, *args, **kw):
        return func(self, *args, **kw)
    method.__name__ = name
    return method if callable(func) else func


class CallableMixin(Base):
    """What a mock needs to be called."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None,
                 name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, **kwargs):
        self.__dict__["_mock_delegate"] = None
        self.__dict__["_mock_return_value"] = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name,
                         _new_parent, **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        pass

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        """Notes a call here and, under the way that leads here, in the parents."""
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        self.mock_calls.append(_Call(("", args, kwargs)))
        method = self._mock_name if self._mock_parent is not None else None
        way, above = self._mock_new_name, self._mock_new_parent
        while above is not None:
            if method is not None:
                above.method_calls.append(_Call((method, args, kwargs)))
                method = above._mock_name + "." + method if above._mock_parent is not None else None
            above.mock_calls.append(_Call((way, args, kwargs)))
            if above._mock_new_name:
                way = above._mock_new_name + ("" if way.startswith("()") else ".") + way
            above = above._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            result = effect(*args, **kwargs) if callable(effect) else next(effect)
            if _is_exception(result) and not callable(effect):
                raise result
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """Mock(spec=None, side_effect=None, return_value=DEFAULT, wraps=None,
    name=None, spec_set=None, unsafe=False, **attributes)

    Any attribute of it is a mock too, made when first asked for, and it may be
    called, which is noted. spec: a list of names, or an object or class that
    tells them, that it has only; spec_set: and nothing else may be set.
    side_effect, return_value: what a call does and returns. wraps: the object
    that calls go on to.
    """


class _MagicProxy:
    """A special method, made when it is first used."""

    def __init__(self, name, parent):
        self.name = name
        self.parent = parent

    def create_mock(self):
        name, parent = self.name, self.parent
        method = parent._get_child_mock(name=name, _new_name=name, _new_parent=parent)
        setattr(parent, name, method)
        if name in _constants:
            method.return_value = _constants[name]
        elif name in _returned:
            method.return_value = _returned[name](parent)
        elif name in _effects:
            effect = _effects[name]
            method.side_effect = lambda *args: effect(parent, *args)
        return method

    def __get__(self, obj, _type=None):
        return self.create_mock()


MagicProxy = _MagicProxy


class MagicMixin(Base):
    """Gives a mock all special methods that its spec has."""

    def __init__(self, /, *args, **kw):
        self._mock_set_magics(_magics)  # those who configure it may want them
        super().__init__(*args, **kw)
        self._mock_set_magics(_magics)

    def _mock_set_magics(self, names):
        kind = type(self)
        methods = self.__dict__.get("_mock_methods")
        for name in names:
            if methods is not None and name not in methods:
                if name in kind.__dict__:
                    delattr(kind, name)
            elif name not in kind.__dict__:
                setattr(kind, name, _MagicProxy(name, self))


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with special methods that can't be called."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics(_magics)


class MagicMock(MagicMixin, Mock):
    """A mock with special methods, which have useful results: len() is 0."""

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics(_magics)


class PropertyMock(Mock):
    """A mock for a property: reading calls it with nothing, setting with the value."""

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    """seal(mock): no attribute or result is made from now on, in its children
    neither; asking for one raises AttributeError."""
    mock._mock_sealed = True
    for name, child in list(mock._mock_children.items()) + [("()", mock._mock_return_value)]:
        if _is_instance_mock(child) and child._mock_new_parent is mock:
            if not isinstance(mock._mock_children.get(name), _Autospec):
                seal(child)


from ._mock_async import AsyncMagicMixin, AsyncMock, AsyncMockMixin
from ._mock_patch import (_get_target, _patch, _patch_dict, _patch_object, patch)
from ._mock_spec import create_autospec, mock_open
