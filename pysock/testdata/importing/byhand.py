# importlib, imp and reload.
from __future__ import print_function
import importlib, imp, sys, os
here = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'sub')
sys.path.insert(0, here)
sys.dont_write_bytecode = True
def attempt(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        print(getattr(r, '__name__', r))
        return r
    except Exception as e:
        print(type(e).__name__, e)
m = attempt(importlib.import_module, '_mod')
get = m.get
print(m.count, get())
if sys.version_info[0] == 2:
    print(reload(m) is m)
else:
    print(importlib.reload(m) is m)
print(m.count, get(), m.get())
print(imp.reload(m) is m, m.count)
attempt(imp.reload, 5)
attempt(imp.reload, imp.new_module('other'))
attempt(importlib.import_module, '.x')
attempt(importlib.import_module, 'no_such_module')
attempt(importlib.import_module, 'os.path')
attempt(importlib.import_module, '.path', 'os')
f, path, details = imp.find_module('_mod')
print(os.path.basename(path), details[0], details[2])
n = imp.load_module('renamed', f, path, details)
f.close()
print(n.__name__, n.count, sys.modules['renamed'] is n)
print(imp.load_source('again', path).count)
attempt(imp.find_module, 'no_such_module')
e = imp.new_module('empty')
e.x = 1
print(e.__name__, e.x, type(e) is type(sys))
if sys.version_info[0] == 3:
    import importlib.util, importlib.machinery
    spec = importlib.util.find_spec('_mod')
    print(spec.name, os.path.basename(spec.origin), spec.parent, spec.has_location)
    print(importlib.util.find_spec('no_such_module'), importlib.util.find_spec('sys').origin)
    s = importlib.util.spec_from_file_location('loc', path)
    mod = importlib.util.module_from_spec(s)
    s.loader.exec_module(mod)
    print(mod.__name__, mod.count, mod.__spec__ is s, 'loc' in sys.modules)
    importlib.invalidate_caches()
    print(importlib.util.resolve_name('.a', 'p.q'), importlib.util.resolve_name('..a', 'p.q'))
    print(importlib.machinery.SourceFileLoader('sfl', path).load_module().count)
import pkgutil
print([x[1:] for x in map(tuple, pkgutil.iter_modules([here]))])
