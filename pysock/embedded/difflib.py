"""Differences between sequences.

The matcher follows what Ratcliff and Obershelp published as gestalt pattern
matching: find the longest block that both sequences have, then do the same on
either side of it.
"""

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK",
           "IS_LINE_JUNK", "context_diff", "unified_diff", "diff_bytes", "Match"]

import sys

_py2 = sys.version_info[0] == 2
if _py2:
    __all__.remove("diff_bytes")


class Match(tuple):
    """A block that two sequences share: a[a:a+size] == b[b:b+size]."""

    __slots__ = ()
    _fields = ("a", "b", "size")

    def __new__(cls, a, b, size):
        return tuple.__new__(cls, (a, b, size))

    a = property(lambda self: self[0])
    b = property(lambda self: self[1])
    size = property(lambda self: self[2])

    def __repr__(self):
        return "Match(a=%r, b=%r, size=%r)" % tuple(self)


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher(object):
    """Compares sequences of hashable elements. isjunk(element) tells those that
    are not worth a match of their own; with autojunk, elements that make up
    more than a hundredth of a long b are taken for such, too."""

    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self._index()

    def _index(self):
        """Notes where each element stands in b."""
        self.b2j = places = {}
        for j, e in enumerate(self.b):
            places.setdefault(e, []).append(j)
        self.bjunk = set()
        if self.isjunk:
            self.bjunk = set([e for e in places if self.isjunk(e)])
            for e in self.bjunk:
                del places[e]
        self.bpopular = set()
        n = len(self.b)
        if self.autojunk and n >= 200:
            limit = n // 100 + 1
            self.bpopular = set([e for e in places if len(places[e]) > limit])
            for e in self.bpopular:
                del places[e]
        if _py2:
            self.isbjunk = self.bjunk.__contains__
            self.isbpopular = self.bpopular.__contains__

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest block in a[alo:ahi] and b[blo:bhi], the first if there are
        several. It grows over junk only beside what isn't."""
        a, b, junk = self.a, self.b, self.bjunk
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        i, j, size = self._longest(alo, ahi, blo, bhi)
        for fits in (lambda e: e not in junk), (lambda e: e in junk):
            while i > alo and j > blo and fits(b[j - 1]) and a[i - 1] == b[j - 1]:
                i, j, size = i - 1, j - 1, size + 1
            while i + size < ahi and j + size < bhi and fits(b[j + size]) and a[i + size] == b[j + size]:
                size += 1
        return Match(i, j, size)

    def _longest(self, alo, ahi, blo, bhi):
        """The longest block of elements that are in b2j."""
        besti, bestj, bestsize = alo, blo, 0
        lengths = {}  # of the blocks that end at a[i-1] and b[j]
        none = []
        for i in range(alo, ahi):
            now = {}
            for j in self.b2j.get(self.a[i], none):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                k = now[j] = lengths.get(j - 1, 0) + 1
                if k > bestsize:
                    besti, bestj, bestsize = i - k + 1, j - k + 1, k
            lengths = now
        return besti, bestj, bestsize

    def get_matching_blocks(self):
        """All blocks in order, and one of size 0 at the end."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        la, lb = len(self.a), len(self.b)
        todo, found = [(0, la, 0, lb)], []
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, k = block = self.find_longest_match(alo, ahi, blo, bhi)
            if not k:
                continue
            found.append(block)
            if alo < i and blo < j:
                todo.append((alo, i, blo, j))
            if i + k < ahi and j + k < bhi:
                todo.append((i + k, ahi, j + k, bhi))
        found.sort()
        joined = []
        for i, j, k in found:
            if joined:
                i0, j0, k0 = joined[-1]
                if i0 + k0 == i and j0 + k0 == j:
                    joined[-1] = Match(i0, j0, k0 + k)
                    continue
            joined.append(Match(i, j, k))
        self.matching_blocks = joined + [Match(la, lb, 0)]
        return self.matching_blocks

    def get_opcodes(self):
        """How a becomes b: (tag, i1, i2, j1, j2), the tag being replace, delete,
        insert or equal."""
        if self.opcodes is not None:
            return self.opcodes
        i = j = 0
        self.opcodes = codes = []
        for ai, bj, size in self.get_matching_blocks():
            tag = (("replace" if j < bj else "delete") if i < ai else ("insert" if j < bj else None))
            if tag:
                codes.append((tag, i, ai, j, bj))
            i, j = ai + size, bj + size
            if size:
                codes.append(("equal", ai, i, bj, j))
        return codes

    def get_grouped_opcodes(self, n=3):
        """Yields groups of opcodes, with up to n equal elements around each."""
        codes = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]
        tag, i1, i2, j1, j2 = codes[0]
        if tag == "equal":
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        tag, i1, i2, j1, j2 = codes[-1]
        if tag == "equal":
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        """How alike they are, from 0 to 1."""
        matches = sum([block[-1] for block in self.get_matching_blocks()])
        return _ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        """An upper bound of ratio: the elements in common in any order."""
        if self.fullbcount is None:
            self.fullbcount = {}
            for e in self.b:
                self.fullbcount[e] = self.fullbcount.get(e, 0) + 1
        left = {}
        matches = 0
        for e in self.a:
            n = left[e] if e in left else self.fullbcount.get(e, 0)
            left[e] = n - 1
            if n > 0:
                matches += 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """An upper bound of quick_ratio, by the lengths alone."""
        la, lb = len(self.a), len(self.b)
        return _ratio(min(la, lb), la + lb)

    if not _py2:
        def __class_getitem__(cls, item):
            import types
            return types.GenericAlias(cls, item)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The up to n possibilities most like word, the best first."""
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    scored = []
    for x in possibilities:
        matcher.set_seq1(x)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff:
            score = matcher.ratio()
            if score >= cutoff:
                scored.append((score, x))
    scored.sort(reverse=True)
    return [x for _, x in scored[:n]]


def IS_LINE_JUNK(line, pat=None):
    """Whether a line is blank, or has but one #."""
    if pat is not None:
        return pat(line) is not None
    return line.strip() in ("", "#")


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """Whether a character is a blank or tab."""
    return ch in ws


class Differ(object):
    """Compares lines, and lines that are alike by their characters."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """Yields lines that begin with "- " (only in a), "+ " (only in b), "  "
        (in both) or "? " (points at what differs)."""
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                lines = self._fancy_replace(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                lines = self._dump("-", a, alo, ahi)
            elif tag == "insert":
                lines = self._dump("+", b, blo, bhi)
            else:
                lines = self._dump(" ", a, alo, ahi)
            for line in lines:
                yield line

    def _dump(self, tag, x, lo, hi):
        for i in range(lo, hi):
            yield "%s %s" % (tag, x[i])

    def _plain_replace(self, a, alo, ahi, b, blo, bhi):
        """The shorter block first."""
        assert alo < ahi and blo < bhi
        old, new = self._dump("-", a, alo, ahi), self._dump("+", b, blo, bhi)
        for lines in (new, old) if bhi - blo < ahi - alo else (old, new):
            for line in lines:
                yield line

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        """Looks for the two lines most alike, and marks how they differ; what is
        before and after them is compared in the same way."""
        best, cutoff = 0.74, 0.75
        matcher = SequenceMatcher(self.charjunk)
        pair = same = None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if same is None:
                        same = i, j
                    continue
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best and matcher.quick_ratio() > best
                        and matcher.ratio() > best):
                    best, pair = matcher.ratio(), (i, j)
        if best < cutoff:
            if same is None:
                for line in self._plain_replace(a, alo, ahi, b, blo, bhi):
                    yield line
                return
            pair, best = same, 1.0
        else:
            same = None
        i, j = pair
        for line in self._fancy_helper(a, alo, i, b, blo, j):
            yield line
        if same is None:
            matcher.set_seqs(a[i], b[j])
            marks = ["", ""]
            for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                for side, mark, n in (0, "-", i2 - i1), (1, "+", j2 - j1):
                    marks[side] += {"replace": "^", "equal": " "}.get(tag, mark) * n
            for line in self._qformat(a[i], b[j], marks[0], marks[1]):
                yield line
        else:
            yield "  " + a[i]
        for line in self._fancy_helper(a, i + 1, ahi, b, j + 1, bhi):
            yield line

    def _fancy_helper(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi:
            if blo < bhi:
                return self._fancy_replace(a, alo, ahi, b, blo, bhi)
            return self._dump("-", a, alo, ahi)
        if blo < bhi:
            return self._dump("+", b, blo, bhi)
        return ()

    def _qformat(self, aline, bline, atags, btags):
        """The two lines, each with marks under it if there are any."""
        if _py2:
            common = min(_leading(aline, "\t"), _leading(bline, "\t"))
            common = min(common, _leading(atags[:common], " "), _leading(btags[:common], " "))
            atags = "\t" * common + atags[common:].rstrip()
            btags = "\t" * common + btags[common:].rstrip()
        else:
            atags, btags = _keep_tabs(aline, atags).rstrip(), _keep_tabs(bline, btags).rstrip()
        yield "- " + aline
        if atags.strip() if _py2 else atags:
            yield "? %s\n" % atags
        yield "+ " + bline
        if btags.strip() if _py2 else btags:
            yield "? %s\n" % btags


def _leading(text, ch):
    n = 0
    while n < len(text) and text[n] == ch:
        n += 1
    return n


def _keep_tabs(line, tags):
    """The marks with the blanks of the line where there is none."""
    return "".join([c if t == " " and c.isspace() else t for c, t in zip(line, tags)])


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """What a Differ says of two lists of lines."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """The first or second list of lines that a delta of ndiff was made of."""
    try:
        tag = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError("unknown delta choice (must be 1 or 2): %r" % (which,))
    for line in delta:
        if line[:2] in ("  ", tag):
            yield line[2:]


# ---- unified and context diffs

def _range_unified(start, stop):
    length = stop - start
    if length == 1:
        return "%d" % (start + 1)
    return "%d,%d" % (start + 1 if length else start, length)


def _range_context(start, stop):
    length = stop - start
    if not length:
        start -= 1
    if length <= 1:
        return "%d" % (start + 1)
    return "%d,%d" % (start + 1, start + length)


def _heading(mark, name, date, end):
    return "%s %s%s%s" % (mark, name, "\t" + date if date else "", end)


def _check_types(a, b, *args):
    if _py2:
        return
    for seq in a, b:
        if seq and not isinstance(seq[0], str):
            raise TypeError("lines to compare must be str, not %s (%r)" % (type(seq[0]).__name__, seq[0]))
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError("all arguments must be str, not: %r" % (arg,))


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Yields the lines of diff -u."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _heading("---", fromfile, fromfiledate, lineterm)
            yield _heading("+++", tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield "@@ -%s +%s @@%s" % (_range_unified(first[1], last[2]), _range_unified(first[3], last[4]), lineterm)
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if tag != "insert":
                for line in a[i1:i2]:
                    yield "-" + line
            if tag != "delete":
                for line in b[j1:j2]:
                    yield "+" + line


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    """Yields the lines of diff -c."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _heading("***", fromfile, fromfiledate, lineterm)
            yield _heading("---", tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        for seq, at, fence, other in (a, 1, "*** %s ****%s", "insert"), (b, 3, "--- %s ----%s", "delete"):
            yield fence % (_range_context(first[at], last[at + 1]), lineterm)
            if any([code[0] not in ("equal", other) for code in group]):
                for code in group:
                    if code[0] != other:
                        for line in seq[code[at]:code[at + 1]]:
                            yield marks[code[0]] + line


def _to_text(s):
    try:
        return s.decode("ascii", "surrogateescape")
    except AttributeError:
        error = TypeError("all arguments must be bytes, not %s (%r)" % (type(s).__name__, s))
    error.__suppress_context__ = True
    raise error


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    """unified_diff or context_diff of lines of bytes in an unknown encoding."""
    a, b = list(map(_to_text, a)), list(map(_to_text, b))
    rest = [_to_text(s) for s in (fromfile, tofile, fromfiledate, tofiledate)]
    for line in dfunc(a, b, *(rest + [n, _to_text(lineterm)])):
        yield line.encode("ascii", "surrogateescape")


if _py2:
    del diff_bytes

