"""Calls as unittest.mock notes and expects them; ANY, sentinel and DEFAULT."""

__unittest = True


class _SentinelObject:
    """A unique object that says its name."""

    __module__ = "unittest.mock"

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel." + self.name

    def __reduce__(self):
        return "sentinel." + self.name


class _Sentinel:
    """Makes a unique object for each attribute asked for."""

    __module__ = "unittest.mock"

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":  # whoever asks wants to know whether it is a class
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return "sentinel"


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
    """Equal to everything."""

    __module__ = "unittest.mock"

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def call_text(name, args, kwargs):
    """How a call is written: name(1, b=2)."""
    parts = [repr(a) for a in args]
    parts += ["%s=%r" % pair for pair in kwargs.items()]
    return "%s(%s)" % (name, ", ".join(parts))


def parts_of(value):
    """The name, arguments and keywords that a tuple stands for, each of which
    it may lack; None if it stands for no call."""
    name, args, kwargs = "", (), {}
    if len(value) > 3:
        return None
    rest = list(value)
    if len(rest) == 3:
        name, args, kwargs = rest
        return name, args, kwargs
    if rest and isinstance(rest[0], str):
        name = rest.pop(0)
    if len(rest) == 2:
        args, kwargs = rest
    elif rest and isinstance(rest[0], tuple):
        args = rest[0]
    elif rest:
        kwargs = rest[0]
    return name, args, kwargs


class _Call(tuple):
    """A call: (name, args, kwargs), or with two (args, kwargs).

    It equals tuples with fewer parts too, which stand for a call without name,
    arguments or keywords. An attribute of it or a call makes the expectation of
    such a call: call.method(1).other(2).
    """

    __module__ = "unittest.mock"

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        found = parts_of(value)
        if len(value) < 3 and not (value and isinstance(value[0], str)) and not found[0]:
            found = (name or "",) + found[1:]
        return tuple.__new__(cls, found[1:] if two else found)

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        if not isinstance(other, tuple):
            return NotImplemented if not isinstance(other, list) else False
        mine = ("",) + tuple(self) if len(self) == 2 else tuple(self)
        parents = getattr(self, "_mock_parent", None), getattr(other, "_mock_parent", None)
        if parents[0] and parents[1] and parents[0] != parents[1]:
            return False
        theirs = parts_of(tuple.__getitem__(other, slice(None)))
        if theirs is None:
            return False
        if mine[0] and theirs[0] != mine[0]:
            return False
        return (theirs[1], theirs[2]) == (mine[1], mine[2])

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        name = self._mock_name
        if name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((name, args, kwargs), name=name + "()", parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name="%s.%s" % (self._mock_name, attr), parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in ("count", "index"):  # a tuple's, but also good names for a method
            raise AttributeError
        return object.__getattribute__(self, attr)

    @property
    def args(self):
        return tuple.__getitem__(self, -2)

    @property
    def kwargs(self):
        return tuple.__getitem__(self, -1)

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return "call" + name if name.startswith("()") else name
        if len(self) == 2:
            return call_text("call", *self)
        name, args, kwargs = self
        if not name:
            name = "call"
        elif name.startswith("()"):
            name = "call" + name
        else:
            name = "call." + name
        return call_text(name, args, kwargs)

    def call_list(self):
        """All the calls that lead to this one, the first one first."""
        calls, at = [], self
        while at is not None:
            if at._mock_from_kall:
                calls.append(at)
            at = at._mock_parent
        return _CallList(reversed(calls))


class _CallList(list):
    """A list of calls, which may contain a list as a part."""

    __module__ = "unittest.mock"

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        n = len(value)
        return any(self[i:i + n] == value for i in range(len(self) - n + 1))

    def __repr__(self):
        import pprint
        return pprint.pformat(list(self))


call = _Call(from_kall=False)
