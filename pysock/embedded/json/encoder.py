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
        if _one_shot:
            return iter((self._text(o),))
        return self._pieces(o, [] if self.check_circular else None, 0)

    def _text(self, o):
        if not self.allow_nan and isinstance(o, float) and o - o != 0:
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
        return _json.encode(o, self.default, self.ensure_ascii, self.check_circular, self._indent(),
                            self.key_separator, self.item_separator, self.sort_keys, self.skipkeys,
                            self.allow_nan, False)

    def _pieces(self, o, outer, depth):
        """The pieces of an object inside those of the list outer."""
        is_list = isinstance(o, (list, tuple))
        if not is_list and not isinstance(o, dict):
            if o is None or isinstance(o, _scalars):
                yield self._text(o)
                return
            _enter(o, outer)
            for piece in self._pieces(self.default(o), outer, depth):
                yield piece
        elif not o:
            yield '[]' if is_list else '{}'
            return
        else:
            _enter(o, outer)
            indent = self._indent()
            line = '' if indent is None else '\n' + indent * (depth + 1)
            if is_list:
                pieces = self._list_pieces(o, outer, depth + 1, line)
            else:
                pieces = self._dict_pieces(o, outer, depth + 1, line)
            for piece in pieces:
                yield piece
            if line:
                yield '\n' + indent * depth
            yield ']' if is_list else '}'
        if outer is not None:
            outer.pop()

    def _list_pieces(self, o, outer, depth, line):
        before = '[' + line
        for value in o:
            if value is None or isinstance(value, _scalars):
                yield before + self._text(value)
            else:
                yield before
                for piece in self._pieces(value, outer, depth):
                    yield piece
            before = self.item_separator + line

    def _dict_pieces(self, o, outer, depth, line):
        yield '{'
        if line:
            yield line
        first = True
        for key in sorted(o) if self.sort_keys else o:
            name = self._key(key)
            if name is None:
                continue
            if not first:
                yield self.item_separator + line
            first = False
            yield name
            yield self.key_separator
            for piece in self._pieces(o[key], outer, depth):
                yield piece

    def _key(self, key):
        """The JSON of a key, None if it is to be left out."""
        if not _py3 and not self.skipkeys and key is not None and not isinstance(key, _scalars):
            raise TypeError('key ' + repr(key) + ' is not a string')
        pair = _json.encode({key: 0}, self.default, self.ensure_ascii, False, None, ':', ',', False,
                            self.skipkeys, self.allow_nan, False)
        return pair[1:-3] or None


_scalars = (str, int, float) if _py3 else (basestring, int, long, float)


def _enter(o, outer):
    """Note that the pieces of o come next."""
    if outer is not None:
        if any(x is o for x in outer):
            raise ValueError('Circular reference detected')
        outer.append(o)
