"""Waiting for many files at a time, whichever way the system does it best.

A selector is told of files and of what to wait for, register(file, events, data),
and says which of them are ready: select(timeout) returns (key, events) pairs.
"""

from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping
import math
import select
import sys

EVENT_READ = 1
EVENT_WRITE = 2


def _fileobj_to_fd(fileobj):
    """The descriptor of a file, or of a number; ValueError if there is none."""
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError('Invalid file object: {!r}'.format(fileobj)) from None
    if fd < 0:
        raise ValueError('Invalid file descriptor: {}'.format(fd))
    return fd


SelectorKey = namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])
SelectorKey.__doc__ = 'A file that is registered, its descriptor, what is waited for, and what belongs to it.'


class _SelectorMapping(Mapping):
    """What is registered: keys by their files."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._fd_to_key)

    def __getitem__(self, fileobj):
        return self._selector._known(fileobj)

    def __iter__(self):
        return iter(self._selector._fd_to_key)


class BaseSelector(metaclass=ABCMeta):
    """What every selector can do."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        """Start to watch a file; return its key."""
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        """Stop to watch a file; return the key that it had."""
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        """Watch a file for something else, or with other data; return its new key."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        """Wait until something is ready; a list of (key, events), empty after timeout seconds."""
        raise NotImplementedError

    def close(self):
        """Let go of what the selector holds."""

    def get_key(self, fileobj):
        """The key of a registered file."""
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError('Selector is closed')
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError('{!r} is not registered'.format(fileobj)) from None

    @abstractmethod
    def get_map(self):
        """A mapping from files to their keys; None once the selector is closed."""
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _BaseSelectorImpl(BaseSelector):
    """The book of what is registered."""

    def __init__(self):
        self._fd_to_key = {}
        self._map = _SelectorMapping(self)

    def _fileobj_lookup(self, fileobj):
        """The descriptor; of a file that was closed meanwhile, the one it had."""
        try:
            return _fileobj_to_fd(fileobj)
        except ValueError:
            for key in self._fd_to_key.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError('Invalid events: {!r}'.format(events))
        key = SelectorKey(fileobj, self._fileobj_lookup(fileobj), events, data)
        if key.fd in self._fd_to_key:
            raise KeyError('{!r} (FD {}) is already registered'.format(fileobj, key.fd))
        self._fd_to_key[key.fd] = key
        return key

    def unregister(self, fileobj):
        return self._fd_to_key.pop(self._known(fileobj).fd)

    def modify(self, fileobj, events, data=None):
        key = self._known(fileobj)
        if events == key.events:
            return self._changed(key, data=data)
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    def _known(self, fileobj):
        """The key of a file; KeyError if it isn't registered."""
        key = self._fd_to_key.get(self._fileobj_lookup(fileobj))
        if key is None:
            raise KeyError('{!r} is not registered'.format(fileobj)) from None
        return key

    def _changed(self, key, **fields):
        """Put another key in the place of one, if there is a difference."""
        if any(getattr(key, name) != value for name, value in fields.items()):
            key = self._fd_to_key[key.fd] = key._replace(**fields)
        return key

    def close(self):
        self._fd_to_key.clear()
        self._map = None

    def get_map(self):
        return self._map

    def _key_from_fd(self, fd):
        return self._fd_to_key.get(fd)


class SelectSelector(_BaseSelectorImpl):
    """By select.select."""

    def __init__(self):
        super().__init__()
        self._waiting = {EVENT_READ: set(), EVENT_WRITE: set()}

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        for event, fds in self._waiting.items():
            if event & events:
                fds.add(key.fd)
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        for fds in self._waiting.values():
            fds.discard(key.fd)
        return key

    _select = staticmethod(select.select)

    def select(self, timeout=None):
        try:
            found = self._select(self._waiting[EVENT_READ], self._waiting[EVENT_WRITE], (),
                                 timeout if timeout is None or timeout > 0 else 0)
        except InterruptedError:
            return []
        events = dict.fromkeys(found[0], EVENT_READ)
        for fd in found[1]:
            events[fd] = events.get(fd, 0) | EVENT_WRITE
        ready = []
        for fd in events:
            key = self._key_from_fd(fd)
            if key:
                ready.append((key, events[fd] & key.events))
        return ready


class _PollLikeSelector(_BaseSelectorImpl):
    """By an object of module select that is told of descriptors once."""

    _selector_cls = None
    _EVENT_READ = None
    _EVENT_WRITE = None

    def __init__(self):
        super().__init__()
        self._selector = self._selector_cls()

    def _mask(self, events):
        return (events & EVENT_READ and self._EVENT_READ) | (events & EVENT_WRITE and self._EVENT_WRITE)

    def _tell(self, tell, key, events):
        """Tell the object of a file, which leaves the book if the object refuses it."""
        try:
            tell(key.fd, self._mask(events))
        except:
            del self._fd_to_key[key.fd]
            raise

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        self._tell(self._selector.register, key, events)
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        try:
            self._selector.unregister(key.fd)
        except OSError:
            pass  # it was closed
        return key

    def modify(self, fileobj, events, data=None):
        key = self._known(fileobj)
        if events != key.events:
            self._tell(self._selector.modify, key, events)
        return self._changed(key, events=events, data=data)

    def _timeout(self, timeout):
        """What the object's poll takes: whole milliseconds, rounded up."""
        if timeout is None:
            return None
        return 0 if timeout <= 0 else math.ceil(timeout * 1e3)

    def _poll(self, timeout):
        return self._selector.poll(timeout)

    def select(self, timeout=None):
        try:
            found = self._poll(self._timeout(timeout))
        except InterruptedError:
            return []
        readable, writable = ~self._EVENT_WRITE, ~self._EVENT_READ
        ready = []
        for fd, mask in found:
            key = self._key_from_fd(fd)
            if key:
                # An error or a hang-up is for whoever waits for anything.
                events = (EVENT_READ if mask & readable else 0) | (EVENT_WRITE if mask & writable else 0)
                ready.append((key, events & key.events))
        return ready


if hasattr(select, 'poll'):
    class PollSelector(_PollLikeSelector):
        """By poll objects."""

        _selector_cls = select.poll
        _EVENT_READ = select.POLLIN
        _EVENT_WRITE = select.POLLOUT


if hasattr(select, 'epoll'):
    class EpollSelector(_PollLikeSelector):
        """By epoll objects."""

        _selector_cls = select.epoll
        _EVENT_READ = select.EPOLLIN
        _EVENT_WRITE = select.EPOLLOUT

        def fileno(self):
            return self._selector.fileno()

        def _timeout(self, timeout):
            """Seconds, in whole milliseconds."""
            if timeout is None:
                return -1
            return 0 if timeout <= 0 else math.ceil(timeout * 1e3) * 1e-3

        def _poll(self, timeout):
            return self._selector.poll(timeout, max(len(self._fd_to_key), 1))

        def close(self):
            self._selector.close()
            super().close()


def _can_use(method):
    """Whether module select has it, and the system lets it be made."""
    make = getattr(select, method, None)
    if make is None:
        return False
    try:
        made = make()
        if method == 'poll':
            made.poll(0)
        else:
            made.close()
        return True
    except OSError:
        return False


if _can_use('epoll'):
    DefaultSelector = EpollSelector
elif _can_use('poll'):
    DefaultSelector = PollSelector
else:
    DefaultSelector = SelectSelector
