"""Copies of values: shallow ones by copy, deep ones by deepcopy.

A class says how its instances are copied by __copy__ and __deepcopy__(memo),
or as for pickling by __reduce_ex__, __getstate__ and __setstate__.
"""

import sys
from _weakref import ref

__all__ = ["Error", "copy", "deepcopy"]

_py2 = sys.version_info[0] == 2
if _py2:
    import types
    from copy_reg import dispatch_table
else:
    from copyreg import dispatch_table


class Error(Exception):
    """What can't be copied."""


error = Error

# Types whose values can't change: they are their own copies.
_atoms = {type(None), int, float, bool, complex, str, bytes, type, range, slice, property,
          type(Ellipsis), type(NotImplemented), type(len), type(lambda: None),
          type((lambda: None).__code__), ref}
if _py2:
    _atoms |= {long, unicode, xrange, types.ClassType}
_shallow_atoms = _atoms | {tuple, frozenset}
_containers = {list, dict, set, bytearray}


def copy(x):
    """A shallow copy of x: new, but with the same parts."""
    cls = type(x)
    if cls in _shallow_atoms:
        return x
    if cls in _containers:
        return x[:] if cls is list else x.copy() if cls is not bytearray else bytearray(x)
    if issubclass(cls, type):
        return x
    if _py2 and cls is types.InstanceType:
        return _copy_old(x, None)
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    rv = _reduced(x, cls)
    if isinstance(rv, str):
        return x
    return _reconstruct(x, None, *rv)


def _reduced(x, cls):
    """What __reduce_ex__ or its like says of x."""
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(2 if _py2 else 4)
    reductor = getattr(x, "__reduce__", None)
    if reductor is not None:
        return reductor()
    if isinstance(x, BaseException):
        return cls, x.args, x.__dict__ or None
    raise Error("un(deep)copyable object of type %s" % (cls,))


def deepcopy(x, memo=None, _nil=[]):
    """A deep copy of x: its parts are copied as well, each of them once. memo
    holds the copies by the ids of what they are copies of."""
    if memo is None:
        memo = {}
    d = id(x)
    y = memo.get(d, _nil)
    if y is not _nil:
        return y
    cls = type(x)
    if cls in _atoms:
        return x
    copier = _deepcopiers.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif issubclass(cls, type):
        y = x
    elif _py2 and cls is types.InstanceType:
        y = _copy_old(x, memo)
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            y = copier(memo)
        else:
            rv = _reduced(x, cls)
            y = x if isinstance(rv, str) else _reconstruct(x, memo, *rv)
    if y is not x:
        memo[d] = y
        _keep_alive(x, memo)
    return y


def _keep_alive(x, memo):
    """Keep x as long as the memo, so that nothing else gets its id."""
    memo.setdefault(id(memo), []).append(x)


def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    for elem in x:
        y.append(deepcopy(elem, memo))
    return y


def _deepcopy_tuple(x, memo):
    y = [deepcopy(elem, memo) for elem in x]
    if id(x) in memo:  # a part of it leads back to it
        return memo[id(x)]
    for a, b in zip(x, y):
        if a is not b:
            return tuple(y)
    return x


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in list(x.items()):
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_set(x, memo):
    return type(x)([deepcopy(elem, memo) for elem in x])


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deepcopiers = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict,
                set: _deepcopy_set, frozenset: _deepcopy_set, bytearray: lambda x, memo: bytearray(x)}


class _Sample(object):
    def method(self):
        pass


_deepcopiers[type(_Sample().method)] = _deepcopy_method
del _Sample


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None):
    """Make the copy that a reduction tells of; deep if there is a memo."""
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for key, value in slots.items():
                    setattr(y, key, value)
    if listiter is not None:
        for item in listiter:
            y.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


class _Empty:
    pass


def _copy_old(x, memo):
    """A copy of an instance of an old-style class."""
    deep = memo is not None
    if not deep and hasattr(x, '__copy__'):
        return x.__copy__()
    if deep and hasattr(x, '__deepcopy__'):
        return x.__deepcopy__(memo)
    if hasattr(x, '__getinitargs__'):
        args = x.__getinitargs__()
        y = x.__class__(*(deepcopy(args, memo) if deep else args))
    else:
        y = _Empty()
        y.__class__ = x.__class__
    if deep:
        memo[id(x)] = y
    state = x.__getstate__() if hasattr(x, '__getstate__') else x.__dict__
    if deep:
        state = deepcopy(state, memo)
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
    else:
        y.__dict__.update(state)
    return y
