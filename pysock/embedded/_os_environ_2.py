"""os.environ of Python 2."""

import posix as _posix
import UserDict

__name__ = 'os'


class _Environ(UserDict.IterableUserDict):
    """The variables of the environment; what changes here changes there."""

    def __init__(self, environ):
        UserDict.UserDict.__init__(self)
        self.data = environ

    def __setitem__(self, key, item):
        _posix.putenv(key, item)
        self.data[key] = item

    def __delitem__(self, key):
        _posix.unsetenv(key)
        del self.data[key]

    def clear(self):
        for key in self.data.keys():
            del self[key]

    def pop(self, key, *default):
        _posix.unsetenv(key)
        return self.data.pop(key, *default)

    def update(self, dict=None, **kwargs):
        if dict:
            for key in dict.keys():
                self[key] = dict[key]
        for key in kwargs:
            self[key] = kwargs[key]

    def copy(self):
        return dict(self)


environ = _Environ(_posix.environ)
