# What Python 2's compiler refuses of names, and warns of.
import warnings
def check(source):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            compile(source, 'the file', 'exec')
        except SyntaxError as e:
            print e.args, 'delete' in e.args[0] or (e.filename, e.lineno, str(e))
            return
        for w in seen:
            print w.category.__name__, w.message, w.filename, w.lineno
check('def f(y):\n  exec "a = 1"\n  def g(x):\n    return x + y\n')
check('def f(y):\n  exec "a = 1"\n  def g(x):\n    return len(x)\n')
check('def f(y):\n  exec "a = 1" in {}\n  exec("b", {})\n  return lambda: y\n')
check('def f(y):\n  exec "a = 1"\n  g = lambda x: x\n')
check('def f(y):\n  def g():\n    exec "a"\n    return y\n')
check('def f(y):\n  from os import *\n  return [y for y in path]\n')
check('def f(y):\n  from os import *\n  return (y for y in path if z)\n')
check('def f(y):\n  from os import *\n  exec "x"\n  return lambda: y\n')
check('def f(x):\n  def g():\n    return x\n  del x\n')
check('def f():\n  x = 1\n  global x\n')
check('def f():\n  print x\n  global x\n')
check('x = 1\nglobal x\n')
check('def f():\n  yield 1\n  return 2\n')
warnings.simplefilter('error')
try:
    compile('def f():\n  x = 1\n  global x\n', '<it>', 'exec')
except SyntaxError as e:
    print e, e.lineno

class Reversing:
    def __coerce__(self, other):
        return other, self
for f in lambda: Reversing() + 1, lambda: 1 * Reversing():
    try:
        f()
    except RuntimeError as e:
        print str(e)[:32]
