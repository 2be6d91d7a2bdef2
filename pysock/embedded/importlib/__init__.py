"""Importing modules whose names are known when the program runs."""

import sys

if sys.version_info[0] == 3:
    __all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']
    __import__ = __import__

    def reload(module):
        """Run the code of a module once more, in the same namespace."""
        from importlib.util import _reload
        return _reload(module)

    def invalidate_caches():
        """Look at the folders anew; that is done always."""

    def find_loader(name, path=None):
        """The loader of a module, None if there is no such module."""
        from importlib.util import find_spec
        spec = find_spec(name)
        return spec and spec.loader

    def __getattr__(name):
        # CPython imports these modules before any script does.
        if name in ('abc', 'machinery', 'util'):
            return import_module('importlib.' + name)
        raise AttributeError("module 'importlib' has no attribute %r" % name)


def import_module(name, package=None):
    """Import a module. One whose name begins with dots is in a package, whose
    name must be given."""
    if name.startswith('.'):
        if not package:
            if sys.version_info[0] == 3:
                raise TypeError("the 'package' argument is required to perform a relative import for %r" % name)
            raise TypeError("relative imports require the 'package' argument")
        level = len(name) - len(name.lstrip('.'))
        parts = package.split('.')
        if level - 1 >= len(parts):
            if sys.version_info[0] == 3:
                raise ImportError('attempted relative import beyond top-level package')
            raise ValueError('attempted relative import beyond top-level package')
        base = '.'.join(parts[:len(parts) - level + 1])
        name = base + '.' + name[level:] if name[level:] else base
    _import(name)
    return sys.modules[name]


_import = __import__
