"""The class local, whose attributes are others in each thread."""

try:
    from _thread import _local_base, _local_attach
except ImportError:
    from thread import _local_base, _local_attach

__name__ = 'threading'


class local(_local_base):
    __slots__ = '_local__impl', '__dict__'

    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        _local_attach(self, args, kwargs)
        return self
