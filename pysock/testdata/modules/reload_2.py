# reload() runs a module again over its names.
import sys, types
import _counted
_counted.x = 5
_counted.y = 6
print reload(_counted) is _counted, _counted.x, _counted.y
for m in (5, types.ModuleType('zz')):
    try:
        reload(m)
    except (TypeError, ImportError) as e:
        print type(e).__name__, e
print reload(sys) is sys, reload(__import__('errno')).EPERM
del sys.modules['_counted']
try:
    reload(_counted)
except ImportError as e:
    print e
