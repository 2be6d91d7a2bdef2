"""What programs need that import by hand."""

import sys
from importlib.machinery import ModuleSpec, SourceFileLoader, PathFinder, BuiltinImporter, FrozenImporter

__all__ = ['LazyLoader', 'decode_source', 'find_spec', 'module_from_spec', 'resolve_name', 'source_from_cache',
           'spec_from_file_location', 'spec_from_loader']

MAGIC_NUMBER = b'\xa7\r\r\n'
__absent__ = {'LazyLoader': 'modules are loaded at once'}
__all__.remove('LazyLoader')
__all__.remove('source_from_cache')

_module = type(sys)
_marker = object()


def _in_library(name):
    try:
        __import__(name)
    except ImportError:
        return False
    m = sys.modules.get(name)
    return m is not None and getattr(m, '__file__', None) is None or str(getattr(m, '__file__', '')).startswith('<frozen')


def decode_source(source_bytes):
    """The text of a source file."""
    import io
    import re
    encoding = 'utf-8-sig'
    for line in bytes(source_bytes).split(b'\n')[:2]:
        m = re.match(rb'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', line)
        if m:
            encoding = m.group(1).decode()
    return io.StringIO(bytes(source_bytes).decode(encoding), newline=None).read()


def resolve_name(name, package):
    """The full name of a module that is named with dots."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {repr(name)} (required for relative module names)')
    level = len(name) - len(name.lstrip('.'))
    parts = package.rsplit('.', level - 1)
    if len(parts) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{parts[0]}.{name[level:]}' if name[level:] else parts[0]


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """A spec with a loader."""
    if hasattr(loader, 'get_filename') and origin is None:
        return spec_from_file_location(name, loader=loader)
    if is_package is None and hasattr(loader, 'is_package'):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_marker):
    """The spec of a module in a file."""
    import os
    if location is None:
        location = loader.get_filename(name) if hasattr(loader, 'get_filename') else '<unknown>'
    else:
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith('.py'):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is _marker:
        if hasattr(loader, 'is_package') and loader.is_package(name):
            spec.submodule_search_locations = [os.path.dirname(location)]
    else:
        spec.submodule_search_locations = submodule_search_locations
    return spec


def module_from_spec(spec):
    """A module that is yet to be executed: spec.loader.exec_module(module)."""
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    if module is None:
        module = _module(spec.name)
        module.__loader__ = spec.loader
        module.__package__ = spec.parent
        module.__spec__ = spec
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
        if spec.has_location:
            module.__file__ = spec.origin
    return module


def _spec_of(module):
    spec = getattr(module, '__spec__', None)
    if spec is None:
        name, filename = module.__name__, getattr(module, '__file__', None)
        if filename and not filename.startswith('<frozen'):
            path = getattr(module, '__path__', _marker)
            return spec_from_file_location(name, filename, submodule_search_locations=path if path is not _marker else None)
        if name in sys.builtin_module_names:
            return ModuleSpec(name, BuiltinImporter, origin='built-in')
        return ModuleSpec(name, FrozenImporter, origin='frozen', is_package=hasattr(module, '__path__'))
    return spec


def find_spec(name, package=None):
    """The spec of a module, None if there is no such module."""
    fullname = resolve_name(name, package) if name.startswith('.') else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        return None if module is None else _spec_of(module)
    parent = fullname.rpartition('.')[0]
    path = None
    if parent:
        path = getattr(__import__(parent, fromlist=['__path__']), '__path__', None)
        if path is None:
            raise ModuleNotFoundError(f'__path__ attribute not found on {parent!r} while trying to find {fullname!r}', name=fullname)
    return (BuiltinImporter.find_spec(fullname, path) or PathFinder.find_spec(fullname, path)
            or FrozenImporter.find_spec(fullname, path))


def _reload(module):
    if not isinstance(module, _module):
        raise TypeError('reload() argument must be a module')
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    spec = _spec_of(module)
    if isinstance(spec.loader, SourceFileLoader):
        spec.loader.exec_module(module)
    return sys.modules[name]
