"""Files in memory, of str or of unicode."""

__all__ = ["StringIO"]


def _check(closed):
    if closed:
        raise ValueError("I/O operation on closed file")


class StringIO:
    """A file in memory. What is written is joined when somebody reads."""

    def __init__(self, buf=""):
        self.buf = buf if isinstance(buf, basestring) else str(buf)
        self.buflist = []
        self.len, self.pos, self.softspace = len(self.buf), 0, 0
        self.closed = False

    def __iter__(self):
        return self

    def next(self):
        _check(self.closed)
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def close(self):
        if not self.closed:
            self.closed = True
            del self.buf, self.pos

    def isatty(self):
        _check(self.closed)
        return False

    def flush(self):
        _check(self.closed)

    def _join(self):
        if self.buflist:
            self.buf += "".join(self.buflist)
            self.buflist = []

    def seek(self, pos, mode=0):
        _check(self.closed)
        self._join()
        if mode == 1:
            pos += self.pos
        elif mode == 2:
            pos += self.len
        self.pos = max(0, pos)

    def tell(self):
        _check(self.closed)
        return self.pos

    def read(self, n=-1):
        _check(self.closed)
        self._join()
        end = self.len
        if n is not None and n >= 0:
            end = min(self.pos + n, end)
        result = self.buf[self.pos:end]
        self.pos = end
        return result

    def readline(self, length=None):
        _check(self.closed)
        self._join()
        end = self.buf.find("\n", self.pos) + 1 or self.len
        if length is not None and length >= 0:
            end = min(self.pos + length, end)
        result = self.buf[self.pos:end]
        self.pos = end
        return result

    def readlines(self, sizehint=0):
        total, lines = 0, []
        for line in iter(self.readline, ""):
            lines.append(line)
            total += len(line)
            if 0 < sizehint <= total:
                break
        return lines

    def truncate(self, size=None):
        _check(self.closed)
        if size is None:
            size = self.pos
        elif size < 0:
            raise IOError(22, "Negative size not allowed")
        elif size < self.pos:
            self.pos = size
        self.buf = self.getvalue()[:size]
        self.len = size

    def write(self, s):
        _check(self.closed)
        if not s:
            return
        if not isinstance(s, basestring):
            s = str(s)
        end = self.pos + len(s)
        if self.pos == self.len:
            self.buflist.append(s)
        else:
            if self.pos > self.len:
                self.buflist.append("\0" * (self.pos - self.len))
            self._join()
            self.buf = self.buf[:self.pos] + s + self.buf[end:]
        self.pos = end
        self.len = max(self.len, end)

    def writelines(self, iterable):
        for line in iterable:
            self.write(line)

    def getvalue(self):
        _check(self.closed)
        self._join()
        return self.buf
