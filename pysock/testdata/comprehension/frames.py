def f(x): return x
for src in ["{{1:2} for i in (1,2)}", "{{1:2}: 1 for i in (1,2)}", "{[] for i in (1,2)}", "{[]: 1 for i in (1,2) for j in (1,2)}", "f({[i] for i in (1,2)})", "f('%d %s' % {[i] for i in (1,2)})", "f(((1,),2,), '{0}'.format({'a': {{(1,2):3} for i in (1,2,3) for j in (1,2)}, '': 0}))"]:
    import traceback
    try: exec(compile(src, "<s>", "exec"))
    except Exception: traceback.print_exc()
def g(): f(((1,),2,), '{0}'.format({'a': {{(1,2):3} for i in (1,2,3) for j in (1,2)}, '': 0}))
try: g()
except Exception: traceback.print_exc()
