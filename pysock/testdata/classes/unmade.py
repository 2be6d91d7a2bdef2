# What a class's built-in base refuses to make has no __del__, and strings of a derived class have no more methods
# than str.
from __future__ import print_function
import gc
import io


class Text(io.StringIO):
    pass


class Loud(io.BytesIO):
    def __del__(self):
        print('closed' if self.closed else 'open')


class File(io.FileIO):
    pass


for c, args in (Text, (5, 6, 7)), (File, ()), (File, ('/nope/nope',)), (File, (-5,)):
    try:
        c(*args)
    except Exception as e:
        print(c.__name__, type(e).__name__)
gc.collect()
loud = Loud(b'a')
del loud
gc.collect()


class S(str):
    pass


class B(bytes):
    pass


for c in S, B, str, bytes:
    print(c.__name__, [n for n in ('elems', 'codepoints', 'elem_ords', 'codepoint_ords', 'upper') if hasattr(c(), n)])
