"""Regular expressions that may turn out to be plain text.

Most patterns given to filters and asserts have no special characters. For those
nothing needs to be imported.
"""

_special = frozenset(".^$*+?{}[]\\|()")


class _Literal(object):
    """What re.compile returns, for text that stands for itself."""

    flags = 0

    def __init__(self, pattern, ignore_case):
        self.pattern = pattern
        self._fold = ignore_case
        self._text = pattern.lower() if ignore_case else pattern

    def _key(self):
        return self.pattern, self._fold

    def __eq__(self, other):
        return isinstance(other, _Literal) and self._key() == other._key()

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self._key())

    def match(self, text):
        return (text.lower() if self._fold else text).startswith(self._text)

    def search(self, text):
        at = (text.lower() if self._fold else text).find(self._text)
        return None if at < 0 else _Found(at, at + len(self._text))


class _Found(object):

    def __init__(self, start, end):
        self.span = start, end

    def start(self):
        return self.span[0]

    def end(self):
        return self.span[1]


def compile(pattern, ignore_case=False):
    """re.compile(pattern), with re.I if ignore_case."""
    if isinstance(pattern, str) and _special.isdisjoint(pattern):
        return _Literal(pattern, ignore_case)
    import re
    return re.compile(pattern, re.I if ignore_case else 0)


def escape(text):
    """re.escape(text)"""
    if text.replace("_", "").isalnum():
        return text
    import re
    return re.escape(text)
