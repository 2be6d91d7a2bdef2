# Prints what is in the modules of socket programs: the public names of each
# module, the names of each class in it without those that object has, and the
# values of its constants, a line for each module or class.
import importlib
import sys
import types

both = "socket select errno struct signal threading sched ssl os os.path sys random binascii base64 json subprocess time"
only = {2: "thread Queue", 3: "_thread queue selectors concurrent.futures"}

classes = (type, types.ClassType) if sys.version_info[0] == 2 else type
numbers = (int, long) if sys.version_info[0] == 2 else int


def plain(name):
    return not name.startswith('_')


def show(label, names):
    print(label + ': ' + ' '.join(sorted(names)))


def value(v):
    """The text of a constant; None for what isn't one, or differs from run to run."""
    if isinstance(v, bool):
        return str(v)
    if isinstance(v, numbers):
        return str(int(v))
    if isinstance(v, (str, float)) and ' ' not in repr(v) and len(repr(v)) < 40:
        return repr(v)
    return None


modules = {m.strip('_') for m in (both + ' concurrent posix ' + only[sys.version_info[0]]).split()}
for module in sorted((both + ' ' + only[sys.version_info[0]]).split()):
    m = importlib.import_module(module)
    names = [n for n in dir(m) if plain(n) and not isinstance(getattr(m, n), types.ModuleType)]
    show(module, names)
    constants = [(n, value(getattr(m, n))) for n in names if n == n.upper()]
    show('values of ' + module, [n + '=' + v for n, v in constants if v is not None])
    for n in names:
        c = getattr(m, n)
        if isinstance(c, classes) and c.__module__.split('.')[0].strip('_') in modules:
            own = {a for a in dir(c) if plain(a) or a[:2] == a[-2:] == '__'}
            own -= set(dir(object)) | {'__module__', '__dict__', '__weakref__'}
            if issubclass(c, BaseException):
                own -= set(dir(OSError))
            show(module + '.' + n, own)
