"""The standard encodings. They are part of the interpreter: see module codecs."""

import codecs

from encodings import aliases

_aliases = aliases.aliases


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """The name with what isn't a letter or digit as single underscores."""
    if isinstance(encoding, bytes) and not isinstance(encoding, str):
        encoding = encoding.decode("ascii")
    chars, gap = [], False
    for c in encoding:
        if c.isalnum() or c == ".":
            if gap and chars:
                chars.append("_")
            if ord(c) < 128:
                chars.append(c)
            gap = False
        else:
            gap = True
    return "".join(chars)


def search_function(encoding):
    """The CodecInfo of an encoding, or None."""
    try:
        return codecs.lookup(encoding)
    except LookupError:
        return None
