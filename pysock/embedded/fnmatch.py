"""File names that match patterns: *, ?, [seq], [!seq]."""

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    """Whether a name matches, as file names of this system do."""
    return fnmatchcase(name, pat)


def filter(names, pat):
    """The names that match."""
    parts = _parse(pat)
    found = []
    for name in names:
        _same_kind(name, pat)
        if _match(name, parts):
            found.append(name)
    return found


def fnmatchcase(name, pat):
    """Whether a name matches, capital letters being others than small ones."""
    _same_kind(name, pat)
    return _match(name, _parse(pat))


def _same_kind(name, pat):
    """Refuses text and bytes together."""
    if bytes is not str and isinstance(name, bytes) != isinstance(pat, bytes):
        raise TypeError("cannot use a %s pattern on a %s-like object" % (
            ("bytes", "string") if isinstance(pat, bytes) else ("string", "bytes")))


_star, _any = object(), object()


def _parse(pat):
    """The parts of a pattern: characters, _any, _star, or sets of characters as
    (negated, chars, ranges)."""
    parts, i, n = [], 0, len(pat)
    if bytes is not str and isinstance(pat, bytes):
        pat = pat.decode("latin-1")
    while i < n:
        c = pat[i]
        i += 1
        if c == "*":
            if not parts or parts[-1] is not _star:
                parts.append(_star)
        elif c == "?":
            parts.append(_any)
        elif c == "[":
            j = _set_end(pat, i)
            if j < 0:
                parts.append("[")
            else:
                parts.append(_parse_set(pat[i:j]))
                i = j + 1
        else:
            parts.append(c)
    return parts


def _set_end(pat, i):
    """Where the ] of a set is that begins at i."""
    if pat[i:i + 1] == "!":
        i += 1
    if pat[i:i + 1] == "]":
        i += 1
    return pat.find("]", i)


def _parse_set(text):
    negated = text[:1] == "!"
    if negated:
        text = text[1:]
    chars, ranges, i = set(), [], 0
    while i < len(text):
        if i + 2 < len(text) and text[i + 1] == "-":
            if text[i] <= text[i + 2]:
                ranges.append((text[i], text[i + 2]))
            i += 3
        else:
            chars.add(text[i])
            i += 1
    return negated, chars, ranges


def _fits(part, c):
    if part is _any:
        return True
    if isinstance(part, tuple):
        negated, chars, ranges = part
        found = c in chars
        for low, high in ranges:
            found = found or low <= c <= high
        return found != negated
    return part == c


def _match(name, parts):
    """Goes through both; what doesn't fit goes back to the last star, which
    then takes one character more."""
    if bytes is not str and isinstance(name, bytes):
        name = name.decode("latin-1")
    i = j = 0
    back = None
    while i < len(name) or j < len(parts):
        if j < len(parts):
            part = parts[j]
            if part is _star:
                back = i, j + 1
                j += 1
                continue
            if i < len(name) and _fits(part, name[i]):
                i, j = i + 1, j + 1
                continue
        if back is None or back[0] >= len(name):
            return False
        i, j = back[0] + 1, back[1]
        back = i, j
    return True


def translate(pat):
    """A regular expression that matches the same names."""
    py2 = bytes is str
    parts, i, n = [], 0, len(pat)  # None stands for a star
    while i < n:
        c = pat[i]
        i += 1
        if c == "*":
            if py2 or not parts or parts[-1] is not None:
                parts.append(None)
        elif c == "?":
            parts.append(".")
        elif c == "[":
            j = _set_end(pat, i)
            if j < 0:
                parts.append("\\[")
            else:
                parts.append(_translate_set(pat[i:j], py2))
                i = j + 1
        else:
            parts.append(_escape(c, py2))
    if py2:
        return "".join([".*" if p is None else p for p in parts]) + "\\Z(?ms)"
    return "(?s:%s)\\Z" % _without_backtracking(parts)


def _without_backtracking(parts):
    """Joins the parts. What follows a star, up to the next one, is looked for
    once: only the last star needs to try again."""
    groups = [[]]
    for p in parts:
        if p is None:
            groups.append([])
        else:
            groups[-1].append(p)
    groups = ["".join(g) for g in groups]
    if len(groups) == 1:
        return groups[0]
    return groups[0] + "".join(["(?>.*?%s)" % g for g in groups[1:-1]]) + ".*" + groups[-1]


def _translate_set(text, py2):
    if py2:
        text = text.replace("\\", "\\\\")
        return "[%s]" % ("^" + text[1:] if text[0] == "!" else "\\" + text if text[0] == "^" else text)
    negated = text[:1] == "!"
    body = text[1:] if negated else text
    out, i = "", 0
    while i < len(body):
        if i + 2 < len(body) and body[i + 1] == "-":
            if body[i] <= body[i + 2]:
                out += _in_set(body[i]) + "-" + _in_set(body[i + 2])
            i += 3
        else:
            out += _in_set(body[i])
            i += 1
    if not out:
        return "." if negated else "(?!)"
    if out[0] in "^[" and not negated:
        out = "\\" + out
    return "[%s%s]" % ("^" if negated else "", out)


def _in_set(c):
    return "\\" + c if c in "\\-&~|" else c


def _escape(c, py2):
    if py2:
        return c if c.isalnum() else "\\" + c if c != "\0" else "\\000"
    return "\\" + c if c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f" else c
