import sys, traceback
class C3:
  def __getattr__(self, name):
   if name[:1] in '_uv': raise AttributeError(name)
   return name
def t(f):
    try: f()
    except Exception: print sys.exc_info()[:2]
t(lambda: -C3())
t(lambda: ~C3())
t(lambda: C3()+1)
for s in ['a\tb\n', ' 1x ', ' ', '', ' -', '1e', ' .5. ']:
    try: print float(s)
    except ValueError, e: print repr(e)
try: undefined
except NameError: pass
def f():
    try:
        1/0
    finally:
        print sys.exc_info()[:2]
        raise
t(f)
def g():
    try: [][1]
    except IndexError: pass
    try:
        1/0
    finally:
        print sys.exc_info()[1]
        raise
t(g)
def h():
    try:
        try: 1/0
        finally:
            print sys.exc_info()[1]
    except Exception, e:
        print e, sys.exc_info()[1]
t(h)
for src in ["def f(d):\n exec 'a=1'\n {1: d for j in []}", "def f(d):\n exec 'a=1'\n {d for j in []}", "def f(d):\n exec 'a=1'\n list(d for j in [])", "def f(d):\n exec 'a=1'\n [d for j in []]", "def f(d):\n exec 'a=1'\n {j for j in d}"]:
    try: exec src
    except SyntaxError, e: print e
    else: print 'fine'
