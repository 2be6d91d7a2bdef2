"""From objects to JSON."""

import sys
import _json
from _json import encode_basestring, encode_basestring_ascii

_py3 = sys.version_info[0] == 3

INFINITY = float('inf')


class JSONEncoder(object):
    """It makes JSON of dicts, lists, tuples, strings, numbers, True, False and
    None. For other objects, override default()."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *args, **kwargs):
        names = ['skipkeys', 'ensure_ascii', 'check_circular', 'allow_nan', 'sort_keys', 'indent', 'separators']
        if _py3:
            names.append('default')
            if args:
                raise TypeError('JSONEncoder.__init__() takes 1 positional argument but %d were given' % (len(args) + 1))
        else:
            names += ['encoding', 'default']
            kwargs.update(zip(names, args))
        for name in kwargs:
            if name not in names:
                raise TypeError("%s__init__() got an unexpected keyword argument '%s'" % (
                    'JSONEncoder.' if _py3 else '', name))
        get = kwargs.get
        self.skipkeys = get('skipkeys', False)
        self.ensure_ascii = get('ensure_ascii', True)
        self.check_circular = get('check_circular', True)
        self.allow_nan = get('allow_nan', True)
        self.sort_keys = get('sort_keys', False)
        self.indent = get('indent')
        separators = get('separators')
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif self.indent is not None and _py3:
            self.item_separator = ','
        if get('default') is not None:
            self.default = get('default')
        if not _py3:
            self.encoding = get('encoding', 'utf-8')

    def default(self, o):
        """What stands for an object that JSON doesn't know: another object."""
        if _py3:
            raise TypeError('Object of type %s is not JSON serializable' % o.__class__.__name__)
        raise TypeError(repr(o) + ' is not JSON serializable')

    def _indent(self):
        if self.indent is None or isinstance(self.indent, str):
            return self.indent
        return ' ' * self.indent

    def encode(self, o):
        """The JSON of an object."""
        if not _py3 and isinstance(o, str) and self.encoding not in (None, 'utf-8'):
            o = o.decode(self.encoding)
        return _json.encode(o, self.default, self.ensure_ascii, self.check_circular, self._indent(),
                            self.key_separator, self.item_separator, self.sort_keys, self.skipkeys,
                            self.allow_nan, True)

    def iterencode(self, o, _one_shot=False):
        """The JSON of an object, in pieces."""
        yield _json.encode(o, self.default, self.ensure_ascii, self.check_circular, self._indent(),
                           self.key_separator, self.item_separator, self.sort_keys, self.skipkeys,
                           self.allow_nan, _one_shot)
