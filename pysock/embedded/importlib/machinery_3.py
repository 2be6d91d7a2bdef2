"""The classes that importing is made of."""

import os
import sys

__all__ = ['ModuleSpec', 'BuiltinImporter', 'FrozenImporter', 'PathFinder', 'FileFinder', 'SourceFileLoader',
           'SourcelessFileLoader', 'ExtensionFileLoader', 'all_suffixes']

SOURCE_SUFFIXES = ['.py']
DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = BYTECODE_SUFFIXES = ['.pyc']
EXTENSION_SUFFIXES = []


def all_suffixes():
    """The suffixes of the files that hold modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES


class ModuleSpec:
    """What is known of a module before it is loaded."""

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name = name
        self.loader = loader
        self.origin = origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._set_fileattr = False
        self._cached = None

    @property
    def parent(self):
        return self.name.rpartition('.')[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

    @property
    def cached(self):
        return self._cached

    @cached.setter
    def cached(self, value):
        self._cached = value

    def __repr__(self):
        args = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            args.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            args.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'ModuleSpec({", ".join(args)})'

    def __eq__(self, other):
        try:
            return (self.name, self.loader, self.origin, self.submodule_search_locations) == (
                other.name, other.loader, other.origin, other.submodule_search_locations)
        except AttributeError:
            return NotImplemented


class SourceFileLoader:
    """It loads a module of a file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname=None):
        from importlib.util import spec_from_file_location, module_from_spec
        name = fullname or self.name
        module = sys.modules.get(name)
        if module is None:
            module = module_from_spec(spec_from_file_location(name, self.path, loader=self))
            sys.modules[name] = module
        self.exec_module(module)
        return sys.modules[name]

    def is_package(self, fullname):
        return os.path.basename(self.path).split('.')[0] == '__init__'

    def get_filename(self, fullname=None):
        return self.path

    def get_data(self, path):
        with open(path, 'rb') as f:
            return f.read()

    def get_source(self, fullname=None):
        from importlib.util import decode_source
        return decode_source(self.get_data(self.path))

    def get_code(self, fullname=None):
        return self.source_to_code(self.get_data(self.path), self.path)

    def source_to_code(self, data, path):
        return compile(data, path, 'exec', dont_inherit=True)

    def path_stats(self, path):
        st = os.stat(path)
        return {'mtime': st.st_mtime, 'size': st.st_size}


class SourcelessFileLoader(SourceFileLoader):
    """It would load bytecode, which there is none of here."""


class ExtensionFileLoader(SourceFileLoader):
    """It would load extensions, which there are none of here."""


class _BuiltinLoader:
    def create_module(self, spec):
        __import__(spec.name)
        return sys.modules[spec.name]

    def exec_module(self, module):
        pass

    def is_package(self, fullname):
        return False

    def get_source(self, fullname):
        return None

    def get_code(self, fullname):
        return None

    def load_module(self, fullname):
        __import__(fullname)
        return sys.modules[fullname]


class BuiltinImporter(_BuiltinLoader):
    """It imports the modules that are built in."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        if path is None and fullname in sys.builtin_module_names:
            return ModuleSpec(fullname, cls, origin='built-in')


class FrozenImporter(_BuiltinLoader):
    """It imports the modules of the library."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        from importlib.util import _in_library
        if _in_library(fullname):
            return ModuleSpec(fullname, cls, origin='frozen')


class FileFinder:
    """It finds modules in a folder."""

    def __init__(self, path, *loader_details):
        self.path = path or '.'

    def find_spec(self, fullname, target=None):
        from importlib.util import spec_from_file_location
        base = os.path.join(self.path, fullname.rpartition('.')[2])
        init = os.path.join(base, '__init__.py')
        if os.path.isfile(init):
            return spec_from_file_location(fullname, init, submodule_search_locations=[base])
        if os.path.isfile(base + '.py'):
            return spec_from_file_location(fullname, base + '.py')
        if os.path.isdir(base):
            spec = ModuleSpec(fullname, None)
            spec.submodule_search_locations = [base]
            return spec

    def invalidate_caches(self):
        pass

    def __repr__(self):
        return f'FileFinder({self.path!r})'


class PathFinder:
    """It finds modules in the folders of sys.path."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        found = None
        for entry in sys.path if path is None else path:
            if isinstance(entry, str):
                spec = FileFinder(os.path.abspath(entry)).find_spec(fullname)
                if spec is not None and spec.loader is not None:
                    return spec
                found = found or spec
        return found

    @classmethod
    def invalidate_caches(cls):
        pass
