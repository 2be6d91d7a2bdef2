"""Files: text and bytes, buffered and not, on descriptors and in memory."""

import abc as _abc
import sys as _sys
import _io
from _io import (open, DEFAULT_BUFFER_SIZE, BlockingIOError, UnsupportedOperation, FileIO, BytesIO, StringIO,
                 BufferedReader, BufferedWriter, BufferedRWPair, BufferedRandom, TextIOWrapper,
                 IncrementalNewlineDecoder)

__all__ = ['BlockingIOError', 'open', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO', 'BufferedIOBase',
           'BufferedReader', 'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOBase',
           'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END']

SEEK_SET, SEEK_CUR, SEEK_END = range(3)

if _sys.version_info[0] == 3:
    from _io import open_code, text_encoding

    __all__[2:2] = ['open_code']
    __all__ += ['DEFAULT_BUFFER_SIZE', 'text_encoding', 'IncrementalNewlineDecoder']

    def __getattr__(name):
        if name == 'OpenWrapper':
            import warnings
            warnings.warn('OpenWrapper is deprecated, use open instead', DeprecationWarning, stacklevel=2)
            globals()[name] = open
            return open
        raise AttributeError('module %r has no attribute %r' % (__name__, name))
else:
    OpenWrapper = open


IOBase = _abc.ABCMeta('IOBase', (_io._IOBase,), {'__doc__': _io._IOBase.__doc__, '__module__': 'io'})


class RawIOBase(_io._RawIOBase, IOBase):
    __doc__ = _io._RawIOBase.__doc__


class BufferedIOBase(_io._BufferedIOBase, IOBase):
    __doc__ = _io._BufferedIOBase.__doc__


class TextIOBase(_io._TextIOBase, IOBase):
    __doc__ = _io._TextIOBase.__doc__


def _register():
    """The classes that are made without ABCMeta are what these are about."""
    RawIOBase.register(FileIO)
    for cls in BytesIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair:
        BufferedIOBase.register(cls)
    for cls in StringIO, TextIOWrapper:
        TextIOBase.register(cls)


_register()
