# -*- coding: utf-8 -*-
# What Python 2's compiler doesn't look at, behind conditions that are literals, has no errors of its own.
srcs = ['''for s in []:
    if 1: pass
    else:
        try: pass
        finally: continue
''','''for s in []:
    if 0: pass
    elif 'a': pass
    else:
        try: pass
        finally: continue
''','''for s in []:
    if 0:
        try: pass
        finally: continue
''','''if 1: pass
else: break
''','''if 1: pass
else: return 4
''','''if 1: pass
else: (yield 4)
''','''if __debug__: pass
else: break
''','''if True: pass
else: break
''','''if not 0: pass
else: break
''','''if 2.0: pass
else: break
''','''while 1: pass
else: break
''','''while 0: continue
else: break
''','''while 0:
   def f():
       break
''','''if 0:
   def f():
       break
''','''if 0:
   def f():
       None = 3
''','''if 0:
   def f(a, a): pass
''','''if 0:
   from __future__ import x
''','''if 0:
   from x import *
def f():
    if 0:
        from x import *
''','''def f():
    if 0:
        exec 'a'
        lambda: a
''','''if 1L: pass
else: break
''','''if -1: pass
else: break
''','''if 'a' 'b': pass
else: break
''','''if (): pass
else: break
''','''if (1): pass
else: break
''','''if 1 + 1: pass
else: break
''','''x = 3 if 1 else (yield)
''','''assert 1, (yield)
''','''1 and (yield 5)
''','''lambda: (yield 5)
''','''try: pass
except: pass
except ValueError: pass
''','''if 1: pass
else:
  try: pass
  except: pass
  except ValueError: pass
''','''if 0:
  def f():
    global x
    x = 1
    def g(x): global x
''','''if 0:
    x = 5
    __debug__ = 3
''','''if 0:
    f() = 3
''','''if 1: pass
else:
    f(a=1, a=2)
''','''if 1: pass
else:
    def f(a=1, b): pass
''','''if 0:
    class A:
        return 3
''','''if 0:
    del f()
''','''if 0:
    [x for x in y] = 3
''','''if 0:
   for None in x: pass
''','''if 1.5j: pass
else: continue
''','''if 0: pass
elif 1: pass
elif 2: break
else: break
''','''if 1:
   for x in y:
      if 1: pass
      else: continue
   else:
      break
''','''with a: break
''','''if u'': break
''','''if u'é': pass
else: break
''','''if '': break
''','''if None: break
''','''if 0.0: break
elif x: break
''']
for s in srcs:
    try:
        compile(s, 'f', 'exec'); print repr(s), 'ok'
    except SyntaxError as e:
        print repr(s), e, e.lineno, e.offset, e.text
if 0:
    break


def f():
    if 1:
        return 'a'
    else:
        for x in []:
            try:
                pass
            finally:
                continue
        y = 5


print f(), f.__code__.co_varnames
