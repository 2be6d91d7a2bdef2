"""Abstract base classes (PEP 3119)."""

import _abc


class _C:
    pass


_InstanceType = type(_C())


def abstractmethod(funcobj):
    """Mark a method that a class must redefine to be instantiated."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractproperty(property):
    """A property that is abstract."""

    __isabstractmethod__ = True


class ABCMeta(type):
    """The metaclass of abstract classes."""

    def __new__(mcls, name, bases, namespace):
        cls = super(ABCMeta, mcls).__new__(mcls, name, bases, namespace)
        _abc._abc_init(cls)
        return cls

    register = _abc.register
    __instancecheck__ = _abc.__instancecheck__
    __subclasscheck__ = _abc.__subclasscheck__

    def _dump_registry(cls, file=None):
        """Print what is known of the class."""
        registry, cache, negative, version = _abc._get_dump(cls)
        print >>file, "Class: %s.%s" % (cls.__module__, cls.__name__)
        print >>file, "Inv.counter: %s" % _abc.get_cache_token()
        print >>file, "_abc_cache: %r" % (cache,)
        print >>file, "_abc_negative_cache: %r" % (negative,)
        print >>file, "_abc_negative_cache_version: %r" % (version,)
        print >>file, "_abc_registry: %r" % (registry,)
