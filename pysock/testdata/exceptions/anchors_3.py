import traceback
def f(x): return x
try: ((1) // 0)
except Exception: traceback.print_exc()
try: f((0 and sum([2])) << -1)
except Exception: traceback.print_exc()
try: (1)+''
except Exception: traceback.print_exc()
try: ((1))  +  ''
except Exception: traceback.print_exc()
