"""create_autospec and mock_open: mocks made after a model."""

import inspect
import types

from ._mock_calls import DEFAULT
from .mock import (AsyncMock, InvalidSpecError, MagicMock, NonCallableMagicMock,
                   _NOTED, _Autospec, _is_async_func, _is_instance_mock, _is_magic, _signature)
from ._mock_patch import _calls, _check_spelling

__unittest = True

_FUNCTIONS = (types.FunctionType, types.MethodType, classmethod, staticmethod)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *,
                    unsafe=False, **kwargs):
    """create_autospec(spec, spec_set=False, instance=False, **kwargs)

    A mock with the attributes of spec, and theirs in turn, whose calls must have
    the arguments that spec takes. A function's is a function; a class's makes
    mocks of its instances.
    """
    if type(spec) in (list, tuple):
        spec = type(spec)  # names can't say what they stand for
    is_type = isinstance(spec, type)
    if _is_instance_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_async = _is_async_func(spec)
    given = {} if spec is None else {"spec_set" if spec_set else "spec": spec}
    if not unsafe:
        _check_spelling(kwargs)
    name = kwargs.pop("name", _name) or _name
    given.update(kwargs)
    kind = MagicMock
    if inspect.isdatadescriptor(spec):
        given = {}  # what it gives is unknown
    elif is_type and instance and not _calls(spec):
        kind = NonCallableMagicMock
    elif isinstance(spec, _FUNCTIONS):
        if is_async:
            if instance:
                raise RuntimeError("Instance can not be True when create_autospec "
                                   "is mocking an async function")
            kind = AsyncMock
    elif not callable(spec):
        kind = NonCallableMagicMock
    new_name = name
    if _parent is None:
        new_name = ""
    mock = kind(parent=_parent, _new_parent=_parent, _new_name=new_name, name=name, **given)
    if isinstance(spec, types.FunctionType):
        mock = _as_function(mock, spec)
    else:
        _check_calls(mock, spec, is_type, instance)
    if _parent is not None and not instance:
        _parent._mock_children[name] = mock
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
    for entry in dir(spec):
        if not _is_magic(entry):
            _add(mock, spec, entry, spec_set, is_type, kwargs)
    return mock


def _add(mock, spec, entry, spec_set, is_type, kwargs):
    """Gives mock a child for an attribute of spec."""
    try:
        original = getattr(spec, entry)
    except AttributeError:
        return
    if isinstance(original, _FUNCTIONS):
        child_kind = AsyncMock if _is_async_func(original) else MagicMock
        parent = mock.mock if isinstance(spec, types.FunctionType) else mock
        eat_self = _takes_self(spec, entry, is_type)
        child = child_kind(parent=parent, name=entry, _new_name=entry, _new_parent=parent,
                           _eat_self=eat_self, **{"spec_set" if spec_set else "spec": original})
        parent._mock_children[entry] = child
        _check_signature(child, _signature(original, False, eat_self))
        child.return_value = child.return_value  # made now: it is a child of child
        new = child
    else:
        new = _Autospec(original, spec_set, mock, entry)
        if isinstance(spec, types.FunctionType):
            setattr(mock, entry, create_autospec(original, spec_set, _name=entry))
        else:
            mock._mock_children[entry] = new
        return
    if isinstance(spec, types.FunctionType):
        setattr(mock, entry, new)


def _takes_self(spec, entry, is_type):
    """Whether a function found in spec has a first argument that calls don't give."""
    if not isinstance(spec, type):
        return False
    for cls in spec.__mro__:
        if entry in cls.__dict__:
            found = cls.__dict__[entry]
            if isinstance(found, (staticmethod, classmethod)):
                return False
            return isinstance(found, types.FunctionType) and is_type
    return is_type


def _check_signature(mock, sig):
    """Lets calls of a mock fail that don't fit a signature."""
    if sig is None:
        return

    def check(self, /, *args, **kwargs):
        sig.bind(*args, **kwargs)

    type(mock)._mock_check_sig = check
    type(mock).__signature__ = sig


def _check_calls(mock, spec, is_type, instance):
    if not callable(mock):
        return
    if is_type and instance:
        call = getattr(spec, "__call__", None)
        sig = _signature(call, False, True) if isinstance(call, types.FunctionType) else None
    else:
        sig = _signature(spec, False, False)
    _check_signature(mock, sig)
    if sig is not None:
        mock.__dict__["_spec_signature"] = sig


_FORWARDED = ("assert_called_with assert_not_called assert_called assert_called_once "
              "assert_called_once_with assert_has_calls assert_any_call").split()
_AWAITS = ("assert_awaited assert_awaited_once assert_awaited_with assert_awaited_once_with "
           "assert_any_await assert_has_awaits assert_not_awaited").split()


def _as_function(mock, spec):
    """A function with the signature of spec that calls the mock, and tells
    what the mock does."""
    sig = _signature(spec, False, False)
    def function(*args, **kwargs):
        sig.bind(*args, **kwargs)
        return mock(*args, **kwargs)

    for attr in "__name__", "__doc__", "__module__", "__qualname__":
        setattr(function, attr, getattr(spec, attr, None))
    function.__signature__ = sig
    function.mock = mock
    forwarded, noted = list(_FORWARDED), list(_NOTED)
    if hasattr(type(mock), "assert_awaited"):
        forwarded += _AWAITS
        noted += ["await_count", "await_args", "await_args_list"]
    for name in forwarded:
        setattr(function, name, getattr(mock, name))
    for name in noted:
        setattr(function, name, getattr(mock, name))
    function.method_calls = mock.method_calls
    function.return_value = mock.return_value
    function.side_effect = mock.side_effect
    function._mock_children = mock._mock_children

    def reset_mock():
        function.method_calls = type(mock.method_calls)()
        mock.reset_mock()
        value = function.return_value
        if _is_instance_mock(value) and value is not mock:
            value.reset_mock()

    function.reset_mock = reset_mock
    mock.__dict__["_mock_delegate"] = function
    return function


def mock_open(mock=None, read_data=""):
    """mock_open(mock=None, read_data="") -> a mock in the place of open

    The file that it returns reads read_data, as text or bytes, anew for each
    open().
    """
    import io
    make = io.StringIO if isinstance(read_data, str) else io.BytesIO
    state = [make(read_data), None]

    def reader(name):
        def read(*args, **kwargs):
            set_to = getattr(handle, name).return_value
            if set_to is not None:
                return set_to
            return getattr(state[0], name)(*args, **kwargs)
        return read

    def lines():
        set_to = handle.readline.return_value
        if set_to is not None:
            while True:
                yield set_to
        yield from state[0]

    def readline(*args, **kwargs):
        if handle.readline.return_value is not None:
            return handle.readline.return_value
        return state[0].readline(*args, **kwargs)

    def next_line():
        if handle.readline.return_value is not None:
            return handle.readline.return_value
        return next(state[0])

    if mock is None:
        mock = MagicMock(name="open", spec=open)
    specs = sorted(set(dir(io.TextIOWrapper)) | set(dir(io.BytesIO)))
    handle = MagicMock(spec=specs)
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    for name in ("read", "readline", "readlines"):
        getattr(handle, name).return_value = None
    handle.read.side_effect = reader("read")
    handle.readlines.side_effect = reader("readlines")
    handle.readline.side_effect = state[1] = readline
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = next_line

    def opened(*args, **kwargs):
        state[0] = make(read_data)
        if handle.readline.side_effect is state[1]:
            handle.readline.side_effect = state[1] = lambda *a, **kw: readline(*a, **kw)
        return DEFAULT

    mock.side_effect = opened
    mock.return_value = handle
    return mock


create_autospec.__module__ = mock_open.__module__ = "unittest.mock"
