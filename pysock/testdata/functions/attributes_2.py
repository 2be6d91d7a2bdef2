# What functions and their code objects tell of themselves.
def show(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__name__, str(e))
def f(a, b=2, (c, d)=(3, 4), *args, **kw):
    "doc"
    x = a + len(args)
    def g(): return x, b
    return g
c = f.func_code
for n in "co_name co_argcount co_varnames co_flags co_firstlineno co_names co_freevars co_cellvars co_filename".split():
    print n, getattr(c, n)
g = f(1)
print g.func_code.co_freevars, [x.cell_contents for x in g.func_closure], f.func_closure
print f.func_name, f.func_doc, f.func_defaults, f.func_dict, f.func_globals is globals(), f.__code__ is f.func_code
f.x = 1
f.func_name = "other"
print f.__name__, f.__dict__, repr(f)[:16]
show(setattr, f, "func_name", 1)
show(setattr, f, "func_globals", {})
show(setattr, f, "func_dict", 1)
show(lambda: f.nope)
show(lambda: f.__qualname__)
show(lambda: f.__annotations__)
class C:
    def m(self): pass
    def __p(self): pass
print C.m.im_func.func_name, C.__dict__["_C__p"].func_name
