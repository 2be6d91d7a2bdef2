"""From JSON to objects."""

import sys
import _json

_py3 = sys.version_info[0] == 3

NaN = float('nan')
PosInf = float('inf')
NegInf = float('-inf')

_constants = {'-Infinity': NegInf, 'Infinity': PosInf, 'NaN': NaN}


def _linecol(doc, pos):
    lineno = doc.count('\n', 0, pos) + 1
    return lineno, (pos - doc.rfind('\n', 0, pos) if _py3 or lineno > 1 else pos + 1)


if _py3:
    __all__ = ['JSONDecoder', 'JSONDecodeError']

    class JSONDecodeError(ValueError):
        """What is wrong (msg), in which document (doc), and where (pos, lineno, colno)."""

        def __init__(self, msg, doc, pos):
            lineno, colno = _linecol(doc, pos)
            ValueError.__init__(self, '%s: line %d column %d (char %d)' % (msg, lineno, colno, pos))
            self.msg = msg
            self.doc = doc
            self.pos = pos
            self.lineno = lineno
            self.colno = colno

        def __reduce__(self):
            return self.__class__, (self.msg, self.doc, self.pos)

    def _fail(msg, doc, pos):
        raise JSONDecodeError(msg, doc, pos)
else:
    __all__ = ['JSONDecoder']

    def linecol(doc, pos):
        return _linecol(doc, pos)

    def errmsg(msg, doc, pos, end=None):
        lineno, colno = _linecol(doc, pos)
        if end is None:
            return '%s: line %d column %d (char %d)' % (msg, lineno, colno, pos)
        endlineno, endcolno = _linecol(doc, end)
        return '%s: line %d column %d - line %d column %d (char %d - %d)' % (
            msg, lineno, colno, endlineno, endcolno, pos, end)

    def _fail(msg, doc, pos):
        raise ValueError(errmsg(msg, doc, pos))


def scanstring(s, end, strict=True, *more):
    """The text of a string whose first quote stands before end, and where it ends."""
    if not _py3:  # (s, end, encoding=None, strict=True)
        return _json.scanstring(_fail, s, end, more[0] if more else True, None if strict is True else strict)
    return _json.scanstring(_fail, s, end, strict)


def make_scanner(context):
    """scan_once(string, idx), which gives (value, end)."""
    def scan_once(string, idx):
        return _json.scan(context, _fail, string, idx)
    return scan_once


def set_hooks(kw, **hooks):
    """Add the hooks that are given to the arguments of a decoder."""
    kw.update([(name, hook) for name, hook in hooks.items() if hook is not None])


class JSONDecoder(object):
    """It makes objects of JSON; hooks say what becomes of objects, numbers and
    constants."""

    def __init__(self, *args, **kwargs):
        names = ['object_hook', 'parse_float', 'parse_int', 'parse_constant', 'strict', 'object_pairs_hook']
        if _py3:
            if args:
                raise TypeError('JSONDecoder.__init__() takes 1 positional argument but %d were given' % (len(args) + 1))
        else:
            names.insert(0, 'encoding')
            if len(args) > len(names):
                raise TypeError('__init__() takes at most 8 arguments (%d given)' % (len(args) + len(kwargs) + 1))
            kwargs.update(zip(names, args))
        for name in kwargs:
            if name not in names:
                raise TypeError("%s__init__() got an unexpected keyword argument '%s'" % (
                    'JSONDecoder.' if _py3 else '', name))
        get = kwargs.get
        if not _py3:
            self.encoding = get('encoding')
        self.object_hook = get('object_hook')
        self.object_pairs_hook = get('object_pairs_hook')
        self.parse_float = get('parse_float') or float
        self.parse_int = get('parse_int') or int
        self.parse_constant = get('parse_constant') or _constants.__getitem__
        self.strict = get('strict', True)
        self.memo = {}
        if not _py3 and not (self.encoding is None or isinstance(self.encoding, basestring)):
            raise TypeError('encoding must be a string, not ' + type(self.encoding).__name__)
        self.scan_once = make_scanner(self)

    def decode(self, s, *args):
        """The object of a text that holds nothing else."""
        if not _py3:
            if not isinstance(s, (str, unicode)):
                try:
                    buffer(s)
                except TypeError:
                    raise TypeError('expected string or buffer')
                raise TypeError('first argument must be a string, not ' + type(s).__name__)
        elif not isinstance(s, str):
            raise TypeError('expected string or bytes-like object, got %r' % type(s).__name__)
        obj, end = self.raw_decode(s, idx=len(s) - len(s.lstrip(' \t\n\r')))
        end += len(s) - end - len(s[end:].lstrip(' \t\n\r'))
        if end != len(s):
            if _py3:
                raise JSONDecodeError('Extra data', s, end)
            raise ValueError(errmsg('Extra data', s, end, len(s)))
        return obj

    def raw_decode(self, s, idx=0):
        """The object of a text, and where it ends."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as err:
            if _py3:
                wrong = JSONDecodeError('Expecting value', s, err.value)
                wrong.__cause__ = None
                raise wrong
            raise ValueError('No JSON object could be decoded')
