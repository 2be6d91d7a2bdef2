"""How classes say by what their instances are pickled and copied: copy_reg of
Python 2, copyreg of Python 3."""

import sys

_py3 = sys.version_info[0] == 3

__name__ = 'copyreg' if _py3 else 'copy_reg'
__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache',
           'dispatch_table', 'pickle_complex', '_reconstructor', '_reduce_ex', '__newobj__', '_slotnames',
           '_extension_registry', '_inverted_registry', '_extension_cache']

dispatch_table = {}


def constructor(object):
    """Check that something can be called."""
    if not callable(object):
        raise TypeError('constructors must be callable')


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Name the function that reduces instances of a class."""
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    if constructor_ob is not None:
        constructor(constructor_ob)
    dispatch_table[ob_type] = pickle_function


def pickle_complex(c):
    return type(c), (c.real, c.imag)


pickle(complex, pickle_complex, complex)


def _reconstructor(cls, base, state):
    """Make an instance that protocols below 2 tell of."""
    if base is object:
        return base.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def _reduce_ex(self, proto):
    """What protocols below 2 write of an instance."""
    assert proto < 2
    return object.__reduce_ex__(self, proto)


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def _slots_of(cls):
    """The names of the attributes that a class itself has as slots."""
    slots = cls.__dict__.get('__slots__', ())
    owner = cls.__name__.lstrip('_')
    for name in [slots] if isinstance(slots, str if _py3 else basestring) else slots:
        private = name.startswith('__') and not name.endswith('__')
        if name not in ('__dict__', '__weakref__'):
            yield '_%s%s' % (owner, name) if private and owner else name


def _slotnames(cls):
    """The names of a class's slots, those of its bases among them. They are kept
    in the class."""
    names = cls.__dict__.get('__slotnames__')
    if names is None:
        names = [name for base in cls.__mro__ for name in _slots_of(base)]
        try:
            cls.__slotnames__ = names
        except Exception:  # a class that can't be changed
            pass
    return names


# The extension registry: numbers that stand for global names in pickles, and
# what they stand for. The cache belongs to the unpickler.
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    """Register a number for module.name."""
    key, code = (module, name), int(code)
    if code < 1 or code > 0x7fffffff:
        raise ValueError('code out of range')
    known, owner = _extension_registry.get(key), _inverted_registry.get(code)
    if known == code and owner == key:
        return
    if known is not None:
        raise ValueError('key %s is already registered with code %s' % (key, known))
    if owner is not None:
        raise ValueError('code %s is already in use for key %s' % (code, owner))
    _extension_registry[key], _inverted_registry[code] = code, key


def remove_extension(module, name, code):
    """Take a registration back."""
    key = (module, name)
    if (_extension_registry.get(key), _inverted_registry.get(code)) != (code, key):
        raise ValueError('key %s is not registered with code %s' % (key, code))
    for table, entry in (_extension_registry, key), (_inverted_registry, code), (_extension_cache, code):
        table.pop(entry, None)


def clear_extension_cache():
    _extension_cache.clear()
