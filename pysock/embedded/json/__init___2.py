"""JSON: JavaScript's notation of objects (RFC 8259).

    json.dumps({'a': [1, 2.5, None]})    an object as text
    json.loads('{"a": [1, 2.5, null]}')  the object of a text
"""

from .decoder import JSONDecoder, set_hooks
from .encoder import JSONEncoder
from . import scanner

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONEncoder']

__version__ = '2.0.9'

_default_encoder = JSONEncoder()
_default_decoder = JSONDecoder()
_encode = _default_encoder.encode
_decode = _default_decoder.decode


def _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, encoding, default, sort_keys, kw):
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
        indent=indent, separators=separators, encoding=encoding, default=default, sort_keys=sort_keys, **kw)


def dump(obj, fp, skipkeys=False, ensure_ascii=True, check_circular=True,
         allow_nan=True, cls=None, indent=None, separators=None,
         encoding='utf-8', default=None, sort_keys=False, **kw):
    """Write obj to a file."""
    encoder = _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators,
                       encoding, default, sort_keys, kw)
    for chunk in encoder.iterencode(obj):
        fp.write(chunk)


def dumps(obj, skipkeys=False, ensure_ascii=True, check_circular=True,
          allow_nan=True, cls=None, indent=None, separators=None,
          encoding='utf-8', default=None, sort_keys=False, **kw):
    """obj as a str, or unicode if ensure_ascii is false and there is one in it."""
    if (not skipkeys and ensure_ascii and check_circular and allow_nan and cls is None
            and indent is None and separators is None and encoding == 'utf-8'
            and default is None and not sort_keys and not kw):
        return _encode(obj)
    return _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators,
                    encoding, default, sort_keys, kw).encode(obj)


def load(fp, encoding=None, cls=None, object_hook=None, parse_float=None,
         parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    """The object of a file."""
    return loads(fp.read(), encoding=encoding, cls=cls, object_hook=object_hook, parse_float=parse_float,
                 parse_int=parse_int, parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)


def loads(s, encoding=None, cls=None, object_hook=None, parse_float=None,
          parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    """The object of a str or unicode."""
    if (cls is None and encoding is None and object_hook is None and parse_int is None
            and parse_float is None and parse_constant is None and object_pairs_hook is None and not kw):
        return _decode(s)
    set_hooks(kw, object_hook=object_hook, object_pairs_hook=object_pairs_hook, parse_float=parse_float,
              parse_int=parse_int, parse_constant=parse_constant)
    return (cls or JSONDecoder)(encoding=encoding, **kw).decode(s)
