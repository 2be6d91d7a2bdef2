"""Encoders and decoders, and the registry of them."""

import sys as _sys

try:
    from __builtin__ import open as _open
except ImportError:
    from builtins import open as _open

import _codecs
from _codecs import *

__all__ = [
    "register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE",
    "BOM64_BE", "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32",
    "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder",
    "StreamReader", "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder",
    "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter", "encode", "decode",
    "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors",
    "xmlcharrefreplace_errors", "backslashreplace_errors", "register_error", "lookup_error",
]

_py2 = _sys.version_info[0] == 2
_unicode = type(u"")
if not _py2:
    __all__ += ["namereplace_errors", "unregister"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"
if _sys.byteorder == "little":
    BOM = BOM_UTF16 = BOM_UTF16_LE
    BOM_UTF32 = BOM_UTF32_LE
else:
    BOM = BOM_UTF16 = BOM_UTF16_BE
    BOM_UTF32 = BOM_UTF32_BE
BOM32_LE, BOM32_BE = BOM_UTF16_LE, BOM_UTF16_BE
BOM64_LE, BOM64_BE = BOM_UTF32_LE, BOM_UTF32_BE

strict_errors = lookup_error("strict")
ignore_errors = lookup_error("ignore")
replace_errors = lookup_error("replace")
xmlcharrefreplace_errors = lookup_error("xmlcharrefreplace")
backslashreplace_errors = lookup_error("backslashreplace")
if not _py2:
    namereplace_errors = lookup_error("namereplace")


class CodecInfo(tuple):
    """What lookup returns: (encode, decode, streamreader, streamwriter), and more as attributes."""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None,
                incrementalencoder=None, incrementaldecoder=None, name=None, **flags):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        if flags.get("_is_text_encoding") is not None:
            self._is_text_encoding = flags["_is_text_encoding"]
        return self

    def __repr__(self):
        return "<%s.%s object for encoding %s at 0x%x>" % (
            self.__class__.__module__, self.__class__.__name__, self.name, id(self))


class Codec:
    """A codec without state: encode and decode return (result, length)."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder(object):
    """Encodes in pieces."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An incremental encoder that keeps what it can't encode yet."""

    def __init__(self, errors="strict"):
        IncrementalEncoder.__init__(self, errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_encode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        IncrementalEncoder.reset(self)
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""


class IncrementalDecoder(object):
    """Decodes in pieces."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return (b"", 0)

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """An incremental decoder that keeps the beginning of what is cut."""

    def __init__(self, errors="strict"):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return result

    def reset(self):
        IncrementalDecoder.reset(self)
        self.buffer = b""

    def getstate(self):
        return (self.buffer, 0)

    def setstate(self, state):
        self.buffer = state[0]


class _OnStream:
    """What all streams share: the rest is that of the stream below."""

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamWriter(Codec, _OnStream):
    """A file that encodes what is written to it."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write(u"".join(list) if _py2 and any(isinstance(x, _unicode) for x in list) else "".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(Codec, _OnStream):
    """A file that decodes what is read from it."""

    charbuffertype = _unicode

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self.reset()

    def reset(self):
        self.bytebuffer = b""
        self.charbuffer = self.charbuffertype()
        self.linebuffer = None

    def decode(self, input, errors="strict"):
        raise NotImplementedError

    def _join_lines(self):
        if self.linebuffer:
            self.charbuffer = self.charbuffertype().join(self.linebuffer)
            self.linebuffer = None

    def read(self, size=-1, chars=-1, firstline=False):
        self._join_lines()
        if chars < 0:
            chars = size
        while True:
            if chars >= 0 and len(self.charbuffer) >= chars:
                break
            new = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + new
            if not data:
                break
            try:
                text, used = self.decode(data, self.errors)
            except UnicodeDecodeError as exc:
                if not firstline:
                    raise
                text, used = self.decode(data[:exc.start], self.errors)
                if len(text.splitlines(True)) <= 1:
                    raise
            self.bytebuffer = data[used:]
            self.charbuffer += text
            if not new or chars < 0:
                break
        if chars < 0:
            result, self.charbuffer = self.charbuffer, self.charbuffertype()
        else:
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        if self.linebuffer:
            line = self.linebuffer.pop(0)
            if len(self.linebuffer) == 1:
                self.charbuffer = self.linebuffer[0]
                self.linebuffer = None
            return line if keepends else line.splitlines(False)[0]
        ask = size or 72
        line = self.charbuffertype()
        while True:
            data = self.read(ask, firstline=True)
            if data and isinstance(data, _unicode) and data.endswith(u"\r") or \
                    isinstance(data, bytes) and data.endswith(b"\r"):
                data += self.read(size=1, chars=1)
            line += data
            lines = line.splitlines(True)
            if len(lines) > 1:
                line = lines.pop(0)
                lines[-1] += self.charbuffer
                if len(lines) > 1:
                    self.linebuffer, self.charbuffer = lines, None
                else:
                    self.charbuffer = lines[0]
                return line if keepends else line.splitlines(False)[0]
            if lines:
                bare = lines[0].splitlines(False)[0]
                if lines[0] != bare:
                    return line if keepends else bare
            if not data or size is not None:
                return line if keepends or not lines else lines[0].splitlines(False)[0]
            if ask < 8000:
                ask *= 2

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    next = __next__

    def __iter__(self):
        return self


if not _py2:
    del StreamReader.next


class _Both(_OnStream, object):
    """A stream with a reader and a writer on it."""

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def __iter__(self):
        return self

    def reset(self):
        for part in self.reader, self.writer:
            part.reset()


class StreamReaderWriter(_Both):
    """A file that decodes what is read and encodes what is written."""

    encoding = "unknown"

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    next = __next__

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if (offset, whence) == (0, 0):
            self.writer.reset()


class StreamRecoder(_Both):
    """A file in one encoding on top of a file in another."""

    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        _Both.__init__(self, stream, Reader, Writer, errors)
        self.encode, self.decode = encode, decode

    def _encoded(self, text):
        return self.encode(text, self.errors)[0]

    def read(self, size=-1):
        return self._encoded(self.reader.read(size))

    def readline(self, size=None):
        return self._encoded(self.reader.readline(*() if size is None else (size,)))

    def readlines(self, sizehint=None):
        return self.read().splitlines(True)

    def __next__(self):
        return self._encoded(next(self.reader))

    next = __next__

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b"".join(list))

    def seek(self, offset, whence=0):
        for part in self.reader, self.writer:
            part.seek(offset, whence)


_own = {}


def lookup(encoding):
    """The CodecInfo of an encoding; LookupError if there is none."""
    known = _codecs._proper(encoding)
    if known is None:
        info = _codecs._search(encoding)
        if info is None:
            raise LookupError("unknown encoding: " + encoding)
        return info
    name, text = known
    if name not in _own:
        _own[name] = _text_codec(name) if text else _bytes_codec(name)
    return _own[name]


def _text_codec(name):
    def encode(input, errors="strict"):
        return _codecs._encode(name, input, errors), len(input)

    def decode(input, errors="strict"):
        return _codecs._decode(name, input, errors), len(input)

    marked = name in ("utf-16", "utf-32", "utf-8-sig")
    plain = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}.get(name, name)

    class IncrementalEncoder_(IncrementalEncoder):
        def __init__(self, errors="strict"):
            IncrementalEncoder.__init__(self, errors)
            self._begun = False

        def encode(self, input, final=False):
            if self._begun or not marked:
                return _codecs._encode(plain, input, self.errors)
            result = _codecs._encode(name, input, self.errors)
            if name != "utf-8-sig" or result:
                self._begun = True
            return result

        def reset(self):
            IncrementalEncoder.reset(self)
            self._begun = False

        def getstate(self):
            if name == "utf-8-sig":
                return 0 if self._begun else 1
            return 0 if self._begun or not marked else 2

        def setstate(self, state):
            self._begun = not state

    class IncrementalDecoder_(BufferedIncrementalDecoder):
        def __init__(self, errors="strict"):
            BufferedIncrementalDecoder.__init__(self, errors)
            self._flag = 0

        def decode(self, input, final=False):
            text, self.buffer, self._flag = _codecs._piece(
                name, self.buffer + bytes(input) if not isinstance(input, str) or _py2 else input,
                self.errors, final, self._flag)
            return text

        def reset(self):
            BufferedIncrementalDecoder.reset(self)
            self._flag = 0

        def getstate(self):
            if name in ("utf-16", "utf-32"):
                return (self.buffer, (2, 0, 1)[self._flag])
            if name == "utf-8-sig":
                return (self.buffer, 0 if self._flag else 1)
            return (self.buffer, 0)

        def setstate(self, state):
            self.buffer = state[0]
            if name in ("utf-16", "utf-32"):
                self._flag = {2: 0, 0: 1, 1: 2}.get(state[1], 0)
            elif name == "utf-8-sig":
                self._flag = 0 if state[1] else 1

    class StreamWriter_(StreamWriter):
        def __init__(self, stream, errors="strict"):
            StreamWriter.__init__(self, stream, errors)
            self._coder = IncrementalEncoder_(errors)

        def encode(self, input, errors="strict"):
            self._coder.errors = errors
            return self._coder.encode(input), len(input)

        def reset(self):
            StreamWriter.reset(self)
            self._coder.reset()

    class StreamReader_(StreamReader):
        def reset(self):
            StreamReader.reset(self)
            self._flag = 0

        def decode(self, input, errors="strict"):
            text, rest, self._flag = _codecs._piece(name, input, errors, False, self._flag)
            return text, len(input) - len(rest)

    return _info(name, encode, decode, IncrementalEncoder_, IncrementalDecoder_, StreamWriter_, StreamReader_, True)


def _bytes_codec(name):
    def encode(input, errors="strict"):
        return _codecs._recode(name, input, errors, True), len(input)

    def decode(input, errors="strict"):
        return _codecs._recode(name, input, errors, False), len(input)

    class IncrementalEncoder_(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode(input, self.errors)[0]

    class IncrementalDecoder_(IncrementalDecoder):
        def decode(self, input, final=False):
            return decode(input, self.errors)[0]

    class StreamWriter_(StreamWriter):
        def encode(self, input, errors="strict"):
            return encode(input, errors)

    class StreamReader_(StreamReader):
        charbuffertype = str if name == "rot-13" else bytes

        def decode(self, input, errors="strict"):
            return decode(input, errors)

    return _info(name, encode, decode, IncrementalEncoder_, IncrementalDecoder_, StreamWriter_, StreamReader_, False)


def _info(name, encode, decode, incrementalencoder, incrementaldecoder, streamwriter, streamreader, text):
    module = "encodings." + name.replace("-", "_")
    for cls in (incrementalencoder, incrementaldecoder, streamwriter, streamreader):
        cls.__name__ = cls.__name__.rstrip("_")
        cls.__module__ = module
    return CodecInfo(encode, decode, streamreader, streamwriter, incrementalencoder, incrementaldecoder,
                     name, _is_text_encoding=text)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def _pieces(step, iterator, last):
    for piece in iterator:
        made = step(piece)
        if made:
            yield made
    made = step(last, True)
    if made:
        yield made


def iterencode(iterator, encoding, errors="strict", **kwargs):
    for piece in _pieces(getincrementalencoder(encoding)(errors, **kwargs).encode, iterator, ""):
        yield piece


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    for piece in _pieces(getincrementaldecoder(encoding)(errors, **kwargs).decode, iterator, b""):
        yield piece


def open(filename, mode="r" if not _py2 else "rb", encoding=None, errors="strict", buffering=-1 if not _py2 else 1):
    """A file that encodes and decodes, opened in binary mode."""
    if encoding is not None:
        if _py2 and "U" in mode:
            mode = mode.strip().replace("U", "")
            if mode[:1] not in set("rwa"):
                mode = "r" + mode
        if "b" not in mode:
            mode += "b"
    file = _open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        both = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        both.encoding = encoding
        return both
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A file of data_encoding on one of file_encoding."""
    if file_encoding is None:
        file_encoding = data_encoding
    data, below = lookup(data_encoding), lookup(file_encoding)
    both = StreamRecoder(file, data.encode, data.decode, below.streamreader, below.streamwriter, errors)
    both.data_encoding = data_encoding
    both.file_encoding = file_encoding
    return both


def make_identity_dict(rng):
    return dict((i, i) for i in rng)


def make_encoding_map(decoding_map):
    encoding_map = {}
    for k, v in decoding_map.items():
        encoding_map[v] = k if v not in encoding_map else None
    return encoding_map
