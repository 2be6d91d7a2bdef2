"""Containers beside dict, list, set and tuple."""

__all__ = ['Counter', 'deque', 'defaultdict', 'namedtuple', 'OrderedDict',
           'Callable', 'Container', 'Hashable', 'ItemsView', 'Iterable', 'Iterator',
           'KeysView', 'Mapping', 'MappingView', 'MutableMapping', 'MutableSequence',
           'MutableSet', 'Sequence', 'Set', 'Sized', 'ValuesView']

import sys as _sys
from _collections import deque, _tuplegetter
from _collections_classes import OrderedDict, defaultdict, checked_names as _checked_names, tuple_class as _tuple_class

__parts__ = {
    '_collections_counter': 'Counter',
    '_abcoll': 'Callable Container Hashable ItemsView Iterable Iterator KeysView Mapping '
               'MappingView MutableMapping MutableSequence MutableSet Sequence Set Sized ValuesView',
}

_keywords = frozenset((
    'and as assert break class continue def del elif else except exec finally for from '
    'global if import in is lambda not or pass print raise return try while with yield').split())


def _problem(name):
    if not name or not all(c.isalnum() or c == '_' for c in name):
        return 'can only contain alphanumeric characters and underscores'
    if name in _keywords:
        return 'cannot be a keyword'
    return 'cannot start with a number' if name[0].isdigit() else None


def _getstate(self):
    """Nothing: the tuple has no state of its own."""


_getstate.__name__ = '__getstate__'


def namedtuple(typename, field_names, verbose=False, rename=False):
    """Return a class derived from tuple, whose elements also have names."""
    typename, names = _checked_names(typename, field_names, rename, _problem)
    made = _tuple_class(typename, tuple(names), {}, lambda body: {
        '__dict__': property(body['_asdict']), '__getstate__': _getstate}, verbose)
    try:
        made.__module__ = _sys._getframe(1).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        pass
    return made
