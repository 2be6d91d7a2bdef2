"""What both Pythons' subprocess stand on: starting a program, and talking to it."""

import errno as _errno
import os as _os
from sys import version_info as _version

import posix as _posix
if _version >= (3,):
    from _thread import allocate_lock as _allocate_lock
else:
    from thread import allocate_lock as _allocate_lock

__name__ = 'subprocess'

PIPE = -1
STDOUT = -2
DEVNULL = -3

_PREEXEC = ("preexec_fn is not supported: a process written in Go can't run a script's code between fork and exec. "
            "cwd, env, start_new_session, process_group, user, group and umask do what it is mostly for")

_active = []  # children that nobody holds and that haven't ended


def _cleanup():
    """Reap those children that have ended by now."""
    for child in _active[:]:
        if child.poll() is not None:
            try:
                _active.remove(child)
            except ValueError:
                pass  # another thread was faster


def _abandon(child):
    """Nobody will wait for a child any more."""
    if child.poll() is None:
        _active.append(child)


def _exit_code(status):
    """The returncode for a status of waitpid."""
    return -(status & 0x7f) if status & 0x7f else status >> 8 & 0xff


def _command(args, shell, executable, encode, kinds):
    """(list of arguments, program) for what Popen was given."""
    if isinstance(args, kinds):
        args = [args]
    else:
        args = list(args)
    if shell:
        args = ['/bin/sh', '-c'] + args
        if executable:
            args[0] = executable
    if executable is None:
        executable = args[0]
    return args, encode(executable)


def _candidates(executable, env):
    """Where a program may be."""
    slash, sep = ('/', ':') if isinstance(executable, str) else (b'/', b':')
    if slash in executable:
        return [executable]
    path = (_os.environ if env is None else env).get('PATH')
    if path is None:
        path = _os.defpath
    if not isinstance(path, type(executable)):
        path = path.encode() if isinstance(executable, bytes) else path.decode()
    return [(folder or slash[:0] + folder) + slash + executable if folder else executable for folder in path.split(sep)]


class _Handles:
    """The three standard descriptors of a child, and our ends of its pipes."""

    def __init__(self):
        self.opened = []  # what must be closed when the child has been started
        self.ours = []    # what must be closed if it can't be
        self.child = [0, 1, 2]
        self.pipes = [-1, -1, -1]

    def pipe(self):
        if _version >= (3,):
            return _posix.pipe()
        r, w = _posix.pipe()
        for fd in (r, w):
            _posix._cloexec(fd)
        return r, w

    def add(self, number, given):
        """What was given for descriptor number."""
        if given is None:
            return
        if isinstance(given, int) and given < 0:
            if given == PIPE:
                r, w = self.pipe()
                theirs, ours = (r, w) if number == 0 else (w, r)
                self.opened.append(theirs)
                self.ours.append(ours)
                self.child[number], self.pipes[number] = theirs, ours
                return
            if given == DEVNULL and _version >= (3,):
                fd = _posix.open('/dev/null', _posix.O_RDWR)
                self.opened.append(fd)
                self.child[number] = fd
                return
            if given == STDOUT and number == 2:
                self.child[2] = self.child[1]
                return
            if _version >= (3,):
                self.child[number] = given
                return
        self.child[number] = given if isinstance(given, int) else given.fileno()

    def started(self):
        for fd in self.opened:
            _posix.close(fd)

    def failed(self):
        for fd in self.opened + self.ours:
            try:
                _posix.close(fd)
            except OSError:
                pass


class _Child(object):
    """A child's number and how it ended."""

    def _start(self, pid):
        self.pid = pid
        self.returncode = None
        self._lock = _allocate_lock()

    def _reap(self, seconds):
        """Wait for the end, for so many seconds or without end; whether it has come."""
        while self.returncode is None:
            if seconds == 0:
                if not self._lock.acquire(False):
                    return False
            else:
                self._lock.acquire()
            try:
                if self.returncode is not None:
                    break
                try:
                    pid, status = _posix._waitpid(self.pid, seconds)
                except OSError as e:
                    if e.errno != _errno.ECHILD:
                        raise
                    pid, status = self.pid, 0  # somebody else has reaped it
                if pid == 0:
                    return False
                self.returncode = _exit_code(status)
            finally:
                self._lock.release()
        return True

    def poll(self):
        """Whether the child has ended: its returncode, or None."""
        self._reap(0)
        return self.returncode

    def send_signal(self, sig):
        """Send the child a signal, unless it has ended."""
        self.poll()
        if self.returncode is None:
            try:
                _os.kill(self.pid, sig)
            except OSError as e:
                if e.errno != _errno.ESRCH:
                    raise

    def terminate(self):
        """Ask the child to end: SIGTERM."""
        self.send_signal(15)

    def kill(self):
        """End the child: SIGKILL."""
        self.send_signal(9)


_CHUNK = 32768
_PIPE_BUF = 512


class _Exchange(object):
    """The bytes that go to a child and come from it, as far as they have."""

    def __init__(self, stdin, data, outputs):
        self.stdin, self.data, self.sent = stdin, data, 0
        self.read = dict((f, []) for f in outputs)
        self.open = list(outputs)

    def run(self, left):
        """Move bytes until all is done; left() tells the seconds that are left, or None, or raises."""
        from select import POLLERR, POLLHUP, POLLIN, POLLNVAL, POLLOUT, poll
        poller, files = poll(), {}
        if self.stdin is not None:
            files[self.stdin.fileno()] = self.stdin
            poller.register(self.stdin.fileno(), POLLOUT)
        for f in self.open:
            files[f.fileno()] = f
            poller.register(f.fileno(), POLLIN)
        while files:
            seconds = left()
            ready = poller.poll(None if seconds is None else max(seconds, 0) * 1000)
            left()
            for fd, events in ready:
                f = files[fd]
                if f is self.stdin:
                    done = self._write(fd)
                else:
                    data = _os.read(fd, _CHUNK)
                    self.read[f].append(data)
                    done = not data
                    if done:
                        self.open.remove(f)
                if done:
                    poller.unregister(fd)
                    del files[fd]
                    f.close()

    def _write(self, fd):
        part = self.data[self.sent:self.sent + _PIPE_BUF]
        try:
            if len(part):
                self.sent += _os.write(fd, part)
            done = self.sent >= len(self.data)
        except EnvironmentError as e:
            if e.errno != _errno.EPIPE:
                raise
            done = True
        if done:
            self.stdin = None
        return done


def _read_only(process):
    """What a program with no more than one pipe prints, when it has ended:
    (output, errors)."""
    read = {}
    for name in 'stdout', 'stderr':
        f = getattr(process, name)
        if f:
            read[name] = f.read()
            f.close()
    process.wait()
    return read.get('stdout'), read.get('stderr')


def list2cmdline(seq):
    """Arguments as one line, as the C library of Windows takes it apart."""
    line = []
    for arg in seq:
        if _version >= (3,):
            arg = _os.fsdecode(arg)
        quoted = ' ' in arg or '\t' in arg or not arg
        out, slashes = [], ''
        for c in arg:
            if c == '\\':
                slashes += c
                continue
            if c == '"':
                slashes = slashes * 2 + '\\'
            out.append(slashes + c)
            slashes = ''
        out.append(slashes * 2 if quoted else slashes)
        text = ''.join(out)
        line.append('"' + text + '"' if quoted else text)
    return ' '.join(line)


def _args_from_interpreter_flags():
    """The options with which this interpreter was started."""
    return []
