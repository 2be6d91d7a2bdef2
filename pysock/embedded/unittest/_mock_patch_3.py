"""patch and its family: other objects in the place of some while a test runs."""

import contextlib
import functools
import inspect
import sys

from ._mock_calls import DEFAULT
from .mock import (AsyncMock, InvalidSpecError, MagicMock, NonCallableMagicMock,
                   NonCallableMock, _is_async_obj, _is_instance_mock)

__unittest = True

_MISSPELT = ("autospect", "auto_spec", "set_spec")


def _check_spelling(kwargs):
    for name in _MISSPELT:
        if name in kwargs:
            raise RuntimeError(f"{name!r} might be a typo; use unsafe=True if this is intended")


def _import(path):
    """The object under a dotted path: modules first, then attributes."""
    first, *rest = path.split(".")
    thing = __import__(first)
    for name in rest:
        first += "." + name
        try:
            thing = getattr(thing, name)
        except AttributeError:
            __import__(first)
            thing = getattr(thing, name)
    return thing


def _is_list(obj):
    return type(obj) in (list, tuple)


class _Patcher:
    """What all patches have in common: start, stop, with and decorators."""

    _active = []

    def start(self):
        """Patches until stop() or patch.stopall()."""
        result = self.__enter__()
        self._active.append(self)
        return result

    def stop(self):
        try:
            self._active.remove(self)
        except ValueError:
            return None  # it wasn't started
        return self.__exit__(None, None, None)

    def _decorate_tests(self, cls):
        """Decorates the test methods of a class."""
        for name in dir(cls):
            if name.startswith(patch.TEST_PREFIX) and callable(getattr(cls, name)):
                setattr(cls, name, self.copy()(getattr(cls, name)))
        return cls


class _patch(_Patcher):
    """Puts an object in the place of an attribute."""

    __module__ = "unittest.mock"
    attribute_name = None

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec,
                 new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            _check_spelling(kwargs)
        if _is_instance_mock(spec):
            raise InvalidSpecError(f"Cannot spec attr {attribute!r} as the spec "
                                   f"has already been mocked out. [spec={spec!r}]")
        if _is_instance_mock(spec_set):
            raise InvalidSpecError(f"Cannot spec attr {attribute!r} as the spec_set "
                                   f"target has already been mocked out. [spec_set={spec_set!r}]")
        self.getter, self.attribute, self.new = getter, attribute, new
        self.new_callable, self.spec, self.create = new_callable, spec, create
        self.spec_set, self.autospec, self.kwargs = spec_set, autospec, kwargs
        self.has_local = False
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        other = _patch(self.getter, self.attribute, self.new, self.spec, self.create,
                       self.spec_set, self.autospec, self.new_callable, self.kwargs, unsafe=True)
        other.attribute_name = self.attribute_name
        other.additional_patchers = [p.copy() for p in self.additional_patchers]
        return other

    def __call__(self, func):
        if isinstance(func, type):
            return self._decorate_tests(func)
        if hasattr(func, "patchings"):  # one wrapper for all the patches of a function
            func.patchings.append(self)
            return func
        if inspect.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **keywargs):
                with _patched(patched.patchings, args, keywargs) as (args, keywargs):
                    return await func(*args, **keywargs)
        else:
            @functools.wraps(func)
            def patched(*args, **keywargs):
                with _patched(patched.patchings, args, keywargs) as (args, keywargs):
                    return func(*args, **keywargs)
        patched.patchings = [self]
        return patched

    def get_original(self):
        target, name = self.getter(), self.attribute
        local = False
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if name in _builtins() and isinstance(target, type(sys)):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError("%s does not have the attribute %r" % (target, name))
        return original, local

    def _make(self, original):
        """The mock that stands in, where no object was given."""
        spec, spec_set = self.spec, self.spec_set
        if spec is True:
            spec = original
            if spec_set is True:
                spec_set, spec = original, None
        elif spec is not None:
            if spec_set is True:
                spec_set, spec = spec, None
        elif spec_set is True:
            spec_set = original
        model = spec if spec is not None else spec_set
        if model is not None and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        given = dict(spec=spec) if spec is not None else {}
        if spec_set is not None:
            given["spec_set"] = spec_set
        if self.new_callable is not None:
            kind = self.new_callable
        elif model is None:
            kind = AsyncMock if _is_async_obj(original) else MagicMock
        elif _is_async_obj(model):
            kind = AsyncMock
        elif not (("__call__" in model) if _is_list(model) else callable(model)):
            kind = NonCallableMagicMock
        else:
            kind = MagicMock
        mocks = isinstance(kind, type) and issubclass(kind, NonCallableMock)
        if mocks and self.attribute:
            given["name"] = self.attribute
        given.update(self.kwargs)
        new = kind(**given)
        if isinstance(model, type) and _is_instance_mock(new):
            # An instance of the class is a mock of such an instance.
            given.pop("name", None)
            if not (isinstance(model, type) and hasattr(model, "__call__") and _calls(model)):
                kind = NonCallableMagicMock
            for name in self.kwargs:
                given.pop(name, None)
            new.return_value = kind(_new_parent=new, _new_name="()", **given)
        return new

    def _make_autospec(self, original):
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        spec = original if self.autospec is True else self.autospec
        if _is_instance_mock(self.target):
            raise InvalidSpecError(
                f"Cannot autospec attr {self.attribute!r} as the patch target has already "
                f"been mocked out. [target={self.target!r}, attr={spec!r}]")
        if _is_instance_mock(spec):
            shown = getattr(self.target, "__name__", self.target)
            raise InvalidSpecError(
                f"Cannot autospec attr {self.attribute!r} from target {shown!r} as it has "
                f"already been mocked out. [target={self.target!r}, attr={spec!r}]")
        from .mock import create_autospec
        return create_autospec(spec, spec_set=bool(self.spec_set), _name=self.attribute,
                               **self.kwargs)

    def __enter__(self):
        if self.is_started:
            raise RuntimeError("Patch is already started")
        spec, autospec = self.spec, self.autospec
        if spec is False:
            self.spec = spec = None
        if self.spec_set is False:
            self.spec_set = None
        if autospec is False:
            self.autospec = autospec = None
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and self.spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        self.target = self.getter()
        original, local = self.get_original()
        new = self.new
        if new is DEFAULT and autospec is None:
            new = self._make(original)
        elif autospec is not None:
            if new is not DEFAULT:
                raise TypeError("autospec creates the mock for you. Can't specify "
                                "autospec and new.")
            new = self._make_autospec(original)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original, self.is_local = original, local
        self.is_started = True
        self._exit_stack = contextlib.ExitStack()
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            extra = {}
            if self.new is DEFAULT:
                extra[self.attribute_name] = new
            for patching in self.additional_patchers:
                value = self._exit_stack.enter_context(patching)
                if patching.new is DEFAULT:
                    extra.update(value)
            return extra
        except:
            if not self.__exit__(*sys.exc_info()):
                raise

    def __exit__(self, *exc_info):
        if not self.is_started:
            return
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute) or self.attribute in
                                    ("__doc__", "__module__", "__defaults__",
                                     "__annotations__", "__kwdefaults__")):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        self.is_started = False
        stack = self._exit_stack
        del self._exit_stack
        return stack.__exit__(*exc_info)


def _calls(cls):
    """Whether the instances of a class can be called."""
    return any("__call__" in base.__dict__ for base in cls.__mro__)


def _builtins():
    import builtins
    return dir(builtins)


@contextlib.contextmanager
def _patched(patchings, args, kwargs):
    """Patches, and gives the arguments with the mocks that were made for them."""
    made = []
    with contextlib.ExitStack() as stack:
        for patching in patchings:
            value = stack.enter_context(patching)
            if patching.attribute_name is not None:
                kwargs.update(value)
            elif patching.new is DEFAULT:
                made.append(value)
        yield args + tuple(made), kwargs


def _get_target(path):
    try:
        module, name = path.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {path!r}")
    return lambda: _import(module), name


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
          new_callable=None, *, unsafe=False, **kwargs):
    """patch(target, new=DEFAULT, spec=None, create=False, spec_set=None,
    autospec=None, new_callable=None, **kwargs)

    A decorator or context manager in which "package.module.name" is another
    object: new, or a mock that the function gets as an argument.
    """
    getter, attribute = _get_target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec,
                  new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None,
                  autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """patch.object(target, "name", ...): patches an attribute of an object."""
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec,
                  new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None,
                    new_callable=None, **kwargs):
    """patch.multiple(target, name=new, ...): patches several attributes. Mocks
    that are made for DEFAULT are passed by keyword, or returned as a dict."""
    getter = (lambda: _import(target)) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    patchers = []
    for attribute, new in kwargs.items():
        one = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        one.attribute_name = attribute
        patchers.append(one)
    first, *rest = patchers
    first.additional_patchers.extend(rest)
    return first


class _patch_dict(_Patcher):
    """patch.dict(in_dict, values=(), clear=False, **kwargs)

    Sets items of a dict, or of what its path names, and brings back what was
    in it before.
    """

    __module__ = "unittest.mock"

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def copy(self):
        return _patch_dict(self.in_dict, self.values, self.clear)

    def __call__(self, f):
        if isinstance(f, type):
            return self._decorate_tests(f)
        if inspect.iscoroutinefunction(f):
            @functools.wraps(f)
            async def inner(*args, **kw):
                with self:
                    return await f(*args, **kw)
        else:
            @functools.wraps(f)
            def inner(*args, **kw):
                with self:
                    return f(*args, **kw)
        return inner

    decorate_class = _Patcher._decorate_tests
    decorate_callable = decorate_async_callable = __call__

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        d = self.in_dict
        try:
            self._original = d.copy()
        except AttributeError:  # something with the methods of a dict that matter
            self._original = {key: d[key] for key in d}
        if self.clear:
            _clear(d)
        try:
            d.update(self.values)
        except AttributeError:
            for key in self.values:
                d[key] = self.values[key]
        return d

    def __exit__(self, *args):
        if self._original is None:
            return False
        d = self.in_dict
        _clear(d)
        try:
            d.update(self._original)
        except AttributeError:
            for key in self._original:
                d[key] = self._original[key]
        self._original = None
        return False


def _clear(d):
    try:
        d.clear()
    except AttributeError:
        for key in list(d):
            del d[key]


def _stopall():
    """patch.stopall(): stops all patches that were started, the last one first."""
    for one in reversed(_Patcher._active[:]):
        one.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stopall
patch.TEST_PREFIX = "test"
patch.__module__ = "unittest.mock"
