"""Containers beside dict, list, set and tuple."""

__all__ = [
    'ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString',
    'defaultdict', 'deque', 'namedtuple',
]

import sys as _sys
from _collections import deque, _count_elements, _tuplegetter
from _collections_classes import OrderedDict, defaultdict, checked_names as _checked_names, tuple_class as _tuple_class

__parts__ = {
    'collections.abc': 'abc',
    '_collections_counter': 'Counter',
    '_collections_user': 'ChainMap UserDict UserString',
    '_user_list': 'UserList',
    '_collections_names': '_collections_abc _chain _repeat _starmap _itemgetter '
                          '_eq _iskeyword _proxy _recursive_repr',
}


def _caller(depth):
    """The name of the module that called the caller, or None."""
    try:
        return _sys._getframemodulename(depth + 1) or '__main__'
    except AttributeError:
        pass
    try:
        return _sys._getframe(depth + 1).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return None


_keywords = frozenset((
    'False None True and as assert async await break class continue def del elif else '
    'except finally for from global if import in is lambda nonlocal not or pass raise '
    'return try while with yield').split())


def _problem(name):
    if not name.isidentifier():
        return 'must be valid identifiers'
    return 'cannot be a keyword' if name in _keywords else None


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Return a class derived from tuple, whose elements also have names."""
    typename, names = _checked_names(typename, field_names, rename, _problem)
    names = tuple(map(_sys.intern, names))
    values = () if defaults is None else tuple(defaults)
    if len(values) > len(names):
        raise TypeError('Got more default values than field names')
    defaulted = dict(zip(names[len(names) - len(values):], values))
    made = _tuple_class(typename, names, defaulted, lambda body: {
        '_field_defaults': defaulted, '__match_args__': names})
    module = _caller(1) if module is None else module
    if module is not None:
        made.__module__ = module
    return made
