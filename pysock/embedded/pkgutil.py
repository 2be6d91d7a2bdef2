"""What is in packages."""

import os
import sys

_py3 = sys.version_info[0] == 3

__all__ = ['get_data', 'iter_modules', 'walk_packages', 'extend_path']

if _py3:
    from collections import namedtuple
    ModuleInfo = namedtuple('ModuleInfo', 'module_finder name ispkg')
    ModuleInfo.__doc__ = 'Where a module is, its name, and whether it is a package.'


def _info(finder, name, ispkg):
    return ModuleInfo(finder, name, ispkg) if _py3 else (finder, name, ispkg)


def _finder(path):
    if _py3:
        from importlib.machinery import FileFinder
        return FileFinder(path)
    return path


def iter_modules(path=None, prefix=''):
    """The modules in the folders of path, or of sys.path."""
    if _py3 and isinstance(path, str):
        raise ValueError('path must be None or list of paths to look for modules in')
    seen = set()
    for entry in sys.path if path is None else path:
        try:
            names = sorted(os.listdir(entry or '.'))
        except OSError:
            continue
        for name in names:
            full = os.path.join(entry, name)
            stem, ext = os.path.splitext(name)
            ispkg = os.path.isfile(os.path.join(full, '__init__.py'))
            if ispkg:
                stem = name
            elif ext != '.py' or stem == '__init__':
                continue
            if '.' in stem or stem in seen:
                continue
            seen.add(stem)
            yield _info(_finder(entry), prefix + stem, ispkg)


def walk_packages(path=None, prefix='', onerror=None):
    """The modules in path, and in the packages there."""
    for info in iter_modules(path, prefix):
        yield info
        name = info[1]
        if info[2]:
            try:
                __import__(name)
            except ImportError:
                if onerror is not None:
                    onerror(name)
            except Exception:
                if onerror is None:
                    raise
                onerror(name)
            else:
                for sub in walk_packages(list(getattr(sys.modules[name], '__path__', None) or []), name + '.', onerror):
                    yield sub


def extend_path(path, name):
    """path with all folders of sys.path that have a package of that name."""
    if not isinstance(path, list):
        return path
    path = path[:]
    for entry in sys.path:
        folder = os.path.join(entry, *name.split('.'))
        if folder not in path and os.path.isfile(os.path.join(folder, '__init__.py')):
            path.append(folder)
    return path


def get_data(package, resource):
    """The bytes of a file beside a module; None if that can't be."""
    module = sys.modules.get(package)
    if module is None:
        __import__(package)
        module = sys.modules[package]
    filename = getattr(module, '__file__', None)
    if filename is None:
        return None
    with open(os.path.join(os.path.dirname(filename), *resource.split('/')), 'rb') as f:
        return f.read()


if _py3:
    def resolve_name(name):
        """The object of a name: 'package.module:object', or all with dots."""
        import importlib
        if ':' in name:
            module, _, attrs = name.partition(':')
            found = importlib.import_module(module)
            parts = attrs.split('.') if attrs else []
        else:
            parts = name.split('.')
            used = parts.pop(0)
            found = importlib.import_module(used)
            while parts:
                try:
                    found = importlib.import_module(used + '.' + parts[0])
                    used += '.' + parts.pop(0)
                except ImportError:
                    break
        for part in parts:
            found = getattr(found, part)
        return found
