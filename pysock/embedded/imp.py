"""Finding and loading modules by hand: module importlib is the newer one."""

import os
import sys

_py3 = sys.version_info[0] == 3

SEARCH_ERROR, PY_SOURCE, PY_COMPILED, C_EXTENSION, PY_RESOURCE, PKG_DIRECTORY, C_BUILTIN, PY_FROZEN, PY_CODERESOURCE, IMP_HOOK = range(10)

_ModuleType = type(sys)

if _py3:
    import warnings
    warnings.warn("the imp module is deprecated in favour of importlib and slated for removal in Python 3.12; "
                  "see the module's documentation for alternative uses", DeprecationWarning, 2)
    del warnings


def new_module(name):
    """An empty module, which sys.modules doesn't have."""
    return _ModuleType(name)


def get_magic():
    """What bytecode of CPython's begins with."""
    return b'\xa7\r\r\n' if _py3 else '\x03\xf3\r\n'


def get_tag():
    return 'cpython-%d%d' % sys.version_info[:2]


def get_suffixes():
    """(suffix, mode, type) of the files that hold modules."""
    return [('.py', 'r' if _py3 else 'U', PY_SOURCE)]


def is_builtin(name):
    """1 if a module of that name is built in."""
    return int(name in sys.builtin_module_names)


def is_frozen(name):
    return False


def lock_held():
    return False


def acquire_lock():
    pass


def release_lock():
    pass


def _execute(module, filename):
    with open(filename, 'rb') as f:
        source = f.read()
    code = compile(source, filename, 'exec')
    if _py3:
        exec(code, module.__dict__)
    else:
        eval(code, module.__dict__)


if _py3:
    from importlib import reload
else:
    from __builtin__ import reload


def find_module(name, path=None):
    """(open file, path name, (suffix, mode, type)) of a module; it raises ImportError."""
    if not isinstance(name, str):
        raise TypeError("'name' must be a str, not %s" % type(name))
    if path is None:
        if is_builtin(name):
            return None, None if _py3 else name, ('', '', C_BUILTIN)
        path = sys.path
    for entry in path:
        folder = os.path.join(entry, name)
        if os.path.isfile(os.path.join(folder, '__init__.py')):
            return None, folder, ('', '', PKG_DIRECTORY)
        if os.path.isfile(folder + '.py'):
            return open(folder + '.py'), folder + '.py', get_suffixes()[0]
    if _py3:
        raise ImportError('No module named %r' % name, name=name)
    raise ImportError('No module named ' + name)


def load_source(name, pathname, file=None):
    """Make a module of a file, or fill the one of that name again."""
    module = sys.modules.get(name)
    fresh = module is None
    if fresh:
        module = sys.modules[name] = new_module(name)
    module.__file__ = pathname
    try:
        _execute(module, pathname)
    except BaseException:
        if fresh:
            sys.modules.pop(name, None)
        raise
    return sys.modules[name]


def load_package(name, path):
    """Make a package of a folder."""
    module = sys.modules.get(name) or new_module(name)
    sys.modules[name] = module
    module.__path__ = [path]
    module.__package__ = name
    module.__file__ = os.path.join(path, '__init__.py')
    _execute(module, module.__file__)
    return sys.modules[name]


def load_module(name, file, filename, details):
    """Load what find_module() has found."""
    suffix, mode, kind = details
    if kind == PY_SOURCE:
        return load_source(name, filename, file)
    if kind == PKG_DIRECTORY:
        return load_package(name, filename)
    if kind == C_BUILTIN:
        return init_builtin(name)
    raise ImportError("Don't know how to import %s (type code %s)" % (name, kind))


def init_builtin(name):
    """Import a module that is built in; None if there is none of that name."""
    if not is_builtin(name):
        return None
    __import__(name)
    return sys.modules[name]


class NullImporter(object):
    """It finds nothing."""

    def __init__(self, path):
        if path == '':
            raise ImportError('empty pathname')
        if os.path.isdir(path):
            raise ImportError('existing directory')

    def find_module(self, fullname, path=None):
        return None
