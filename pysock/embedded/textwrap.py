"""Paragraphs of a bounded width."""

import sys

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_py2 = sys.version_info[0] == 2
if _py2:
    __all__ = ["TextWrapper", "wrap", "fill", "dedent"]

_whitespace = "\t\n\x0b\x0c\r "
_lower = "abcdefghijklmnopqrstuvwxyz"


def _is_word(c):
    """Whether a letter, digit or one of _!"'&.,? : what words are made of."""
    return c.isalnum() or c in "_!\"'&.,?"


class TextWrapper:
    """Wraps text with these settings, which keyword arguments and attributes of
    the same names give."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, max_lines=None,
                 placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    # ---- words

    def _munge_whitespace(self, text):
        """Text with blanks for other white space."""
        if self.expand_tabs:
            text = text.expandtabs() if _py2 else text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in _whitespace:
                text = text.replace(c, " ")
        return text

    def _split(self, text):
        """The chunks of text that may stand on lines of their own: blanks, and
        words, which may end with a hyphen or be dashes."""
        chunks, i = [], 0
        while i < len(text):
            j = i
            blank = text[i] in _whitespace
            while j < len(text) and (text[j] in _whitespace) == blank:
                j += 1
            if blank or not self.break_on_hyphens:
                chunks.append(text[i:j])
            else:
                chunks += (_hyphenated2 if _py2 else _hyphenated)(text[i:j])
            i = j
        return chunks

    def _fix_sentence_endings(self, chunks):
        """Puts two blanks between sentences."""
        for i in range(len(chunks) - 1):
            if chunks[i + 1] == " " and _ends_sentence(chunks[i]):
                chunks[i + 1] = "  "

    # ---- lines

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Takes what fits of a chunk that is longer than a line."""
        room = 1 if width < 1 else width - cur_len
        if self.break_long_words:
            chunk, end = reversed_chunks[-1], room
            if self.break_on_hyphens and not _py2 and len(chunk) > room:
                hyphen = chunk.rfind("-", 0, room)
                if hyphen > 0 and any([c != "-" for c in chunk[:hyphen]]):
                    end = hyphen + 1
            cur_line.append(chunk[:end])
            reversed_chunks[-1] = chunk[end:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())

    def _check(self):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % (self.width,))
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")

    def _wrap_chunks(self, chunks):
        """The lines that chunks fill."""
        self._check()
        lines = []
        chunks.reverse()
        while chunks:
            line, n = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                del chunks[-1]
            while chunks and n + len(chunks[-1]) <= width:
                n += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, n, width)
                n = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                n -= len(line[-1])
                del line[-1]
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
                    and n <= width):
                lines.append(indent + "".join(line))
            else:
                self._cut(lines, line, n, width, indent)
                break
        return lines

    def _cut(self, lines, line, n, width, indent):
        """Ends the text at this line, with the placeholder."""
        while line:
            if line[-1].strip() and n + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            n -= len(line[-1])
            del line[-1]
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _split_chunks(self, text):
        return self._split(self._munge_whitespace(text))

    def wrap(self, text):
        """The lines of a paragraph, without ends."""
        chunks = self._split_chunks(text)
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """A paragraph, its lines joined."""
        return "\n".join(self.wrap(text))


def _ends_sentence(chunk):
    """Whether it ends with a small letter, one of .!? and perhaps a quote."""
    if chunk[-1:] in "\"'" and chunk:
        chunk = chunk[:-1]
    return len(chunk) > 1 and chunk[-1] in ".!?" and chunk[-2] in _lower


def _letter(text, i):
    return 0 <= i < len(text) and (text[i].isalpha() or text[i] == "_")


def _alnum(text, i):
    return 0 <= i < len(text) and (text[i].isalnum() or text[i] == "_")


def _hyphenated(word):
    """The parts of a word: after each hyphen between letters, and around dashes
    of two and more hyphens."""
    parts, start, i, n = [], 0, 0, len(word)
    while i < n:
        if word[i] != "-":
            i += 1
            continue
        j = i
        while j < n and word[j] == "-":
            j += 1
        if j - i >= 2:
            # A dash stands alone if there is a word before and after it.
            if i > start and _is_word(word[i - 1]) and _alnum(word, j):
                parts += [word[start:i], word[i:j]]
                start = j
        elif _hyphen_breaks(word, i):
            parts.append(word[start:j])
            start = j
        i = j
    if start < n:
        parts.append(word[start:])
    return parts


def _hyphen_breaks(word, i):
    """Whether a line may end after the hyphen at i: there are two letters, or
    letter-hyphen-letter, on either side of it."""
    return (_letter(word, i - 1) and (_letter(word, i - 2) or word[i - 2] == "-" and _letter(word, i - 3))
            and _letter(word, i + 1) and (_letter(word, i + 2) or word[i + 2:i + 3] == "-" and _letter(word, i + 3)))


def _hyphenated2(word):
    """The same in Python 2, where punctuation before a word that a hyphen ends
    begins a part, too."""
    parts, start, i = [], 0, 0
    while i < len(word):
        end = _hyphen_end2(word, i) or _dash_end2(word, i)
        if end:
            parts += [word[start:i], word[i:end]]
            start = end
        i = end or i + 1
    return [part for part in parts + [word[start:]] if part]


def _hyphen_end2(word, i):
    """Where the hyphen of punctuation, word, hyphen at i ends; 0 if there is none."""
    while i < len(word) and not _alnum(word, i):
        i += 1
    first = i
    while _alnum(word, i):
        i += 1
    if i - first < 2 or not _letter(word, i - 1) or word[i:i + 1] != "-" or not _alnum(word, i + 1):
        return 0
    after = i + 2
    while _alnum(word, after) and not _letter(word, after):
        after += 1
    return i + 1 if _letter(word, after) else 0


def _dash_end2(word, i):
    """Where a dash at i between words ends; 0 if there is none."""
    end = i
    while word[end:end + 1] == "-":
        end += 1
    return end if end - i >= 2 and i > 0 and _is_word(word[i - 1]) and _alnum(word, end) else 0


def wrap(text, width=70, **kwargs):
    """The lines of a paragraph of that width."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A paragraph of that width."""
    return TextWrapper(width=width, **kwargs).fill(text)


if not _py2:
    def shorten(text, width, **kwargs):
        """As many words as fit, and "[...]" for the rest."""
        return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """Text without the white space that all its lines begin with."""
    if not isinstance(text, basestring if _py2 else str):
        import re
        re.sub("^[ \t]+$", "", text)  # raises what is wrong with it
    margin, lines = None, []
    for line in text.split("\n"):
        if not line.strip(" \t"):
            lines.append("")
            continue
        lines.append(line)
        blanks = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = blanks
        n = 0
        while n < min(len(margin), len(blanks)) and margin[n] == blanks[n]:
            n += 1
        margin = margin[:n]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)


if not _py2:
    def indent(text, prefix, predicate=None):
        """Text with a prefix before each line for which predicate is true, by
        default those that aren't blank."""
        if predicate is None:
            predicate = str.strip
        return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
