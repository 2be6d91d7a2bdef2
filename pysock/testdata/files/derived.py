# Classes that scripts derive from those of module io, and files on objects of theirs.
from __future__ import print_function
import abc
import gc
import io
import sys
import weakref

py3 = sys.version_info[0] == 3


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)
        if getattr(e, '__cause__', None) is not None:
            print('    from', type(e.__cause__).__name__)
        elif getattr(e, '__context__', None) is not None and py3:
            print('    while', type(e.__context__).__name__, e.__context__)


# --- abstract classes
print(type(io.IOBase) is abc.ABCMeta, io.RawIOBase.__mro__)
for c in io.FileIO, io.BytesIO, io.StringIO, io.BufferedRWPair, io.TextIOWrapper:
    print(c.__name__, [b.__name__ for b in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase) if issubclass(c, b)])


class Duck(object):
    pass


io.RawIOBase.register(Duck)
print(isinstance(Duck(), io.IOBase), isinstance(Duck(), io.TextIOBase))


class Mixed(Duck, io.RawIOBase):
    pass


print(Mixed().readable(), Mixed().closed)


# --- a raw file
class Raw(io.RawIOBase):
    def __init__(self, *data):
        self.data = list(data)
        self.log = []

    def readable(self):
        return True

    def writable(self):
        return True

    def readinto(self, b):
        self.log.append(('readinto', len(b)))
        if not self.data:
            return 0
        d = self.data.pop(0)
        if d is None:
            return None
        b[:len(d)] = d
        return len(d)

    def write(self, b):
        self.log.append(('write', bytes(b) if py3 else b.tobytes()))
        return len(b)

    def close(self):
        self.log.append('close')
        io.RawIOBase.close(self)


raw = Raw(b'one\ntwo', b'\nthree', None, b'four')
b = io.BufferedReader(raw, 16)
print(b.peek(), b.readline(), b.readline(), b.read(3))
print(b.read(), b.read(), raw.log)
raw = Raw(b'abc', None, b'def')
b = io.BufferedReader(raw)
print(b.read(6), raw.read(), Raw(b'x', b'y').readall())
print(io.BufferedReader(Raw(b'ab\ncd\n', b'ef')).readlines())
raw = Raw()
w = io.BufferedWriter(raw, 4)
print(w.write(b'ab'), w.write(b'cdefg'), w.write(b'h'))
w.close()
print(raw.log[-4:], w.closed, raw.closed)
t = io.TextIOWrapper(io.BufferedRandom(io.BytesIO(b'a\r\nb')), encoding='ascii')
print(t.read() == u'a\nb', t.newlines == u'\r\n')


# --- what goes wrong
class Bad(Raw):
    def __init__(self, answer):
        Raw.__init__(self)
        self.answer = answer

    def readinto(self, b):
        return self.answer

    def write(self, b):
        return self.answer


for answer in -1, 100000, 'x', None:
    show(io.BufferedReader(Bad(answer)).read, 2)
    w = io.BufferedWriter(Bad(answer), 2)
    show(w.write, b'abcdef')
    w.raw.answer = 2
    show(w.flush)


class Failing(Raw):
    def flush(self):
        raise ValueError('flush')

    def close(self):
        if not self.closed:
            self.data = None
            super(Failing, self).close()


f = Failing()
show(f.close)
print(f.closed)


# --- methods in the place of others
b = io.BytesIO(b'abc')
r = io.BufferedReader(b)


def bad_flush():
    raise IOError('no flush')


def bad_close():
    raise IOError('no close')


r.flush = bad_flush
show(r.close)
print(r.closed, b.closed)
b = io.BytesIO()
b.close = bad_close
w = io.BufferedWriter(b)
w.flush = bad_flush
show(w.close)
print(w.closed)
del b.close, w.flush


class Line(io.TextIOWrapper):
    def readline(self, *args):
        return u'<' + super(Line, self).readline(*args) + u'>'

    def close(self):
        print('close')
        super(Line, self).close()

    def flush(self):
        print('flush')
        super(Line, self).flush()


x = Line(io.BytesIO(b'a\nb'), encoding='ascii')
print(next(iter(x)) == u'<a\n>')
x.close()
x.close()
with Line(io.BytesIO(), encoding='ascii') as x:
    print(type(x).__name__)

# --- made without __init__
for c in io.FileIO, io.BufferedReader, io.BufferedRWPair, io.TextIOWrapper, io.StringIO:
    show(c.__new__(c).read, 1)
show(io.TextIOWrapper, io.BytesIO(), 'nothing')


# --- nobody holds it
log = []


class Sink(io.RawIOBase):
    def writable(self):
        return True

    def write(self, b):
        log.append(bytes(b) if py3 else b.tobytes())
        return len(b)

    def close(self):
        log.append('close')
        super(Sink, self).close()


w = io.BufferedWriter(Sink())
w.write(b'kept')
ref = weakref.ref(w)
del w
gc.collect()
print(log, ref())
del log[:]


class Closing(io.BytesIO):
    def close(self):
        log.append(self.getvalue())
        super(Closing, self).close()


t = io.TextIOWrapper(Closing(), encoding='ascii')
t.write(u'text')
del t
gc.collect()
gc.collect()
print(log)


class Last(Sink):
    def close(self):
        print('the last')
        super(Last, self).close()

    def write(self, b):
        print('written', len(b))
        return len(b)


if py3:  # Python 2 takes the names that close needs away first
    left = io.BufferedWriter(Last())
    left.write(b'at exit')
