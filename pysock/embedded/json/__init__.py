"""JSON: JavaScript's notation of objects (RFC 8259).

    json.dumps({'a': [1, 2.5, None]})    an object as text
    json.loads('{"a": [1, 2.5, null]}')  the object of a text
"""

import sys

if sys.version_info[0] == 3:
    from .decoder import JSONDecoder, JSONDecodeError
    __all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']
else:
    from .decoder import JSONDecoder
    __all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONEncoder']
from .encoder import JSONEncoder

__version__ = '2.0.9'

_default_encoder = JSONEncoder()
_default_decoder = JSONDecoder()

if sys.version_info[0] == 3:
    from ._functions import dump, dumps, load, loads, detect_encoding
else:
    from ._functions import dump, dumps, load, loads
