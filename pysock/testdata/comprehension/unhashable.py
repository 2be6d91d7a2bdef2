import traceback
def g(): return 1, {[i] for i in (1,2) if i}
try: g()
except Exception: traceback.print_exc()
def g(): return 1, {[i]: i+1 for i in (1,2) if i}
try: g()
except Exception: traceback.print_exc()
class H:
    def __hash__(s): print("hash"); return 1
    def __eq__(s,o): print("eq"); return False
def v(x): print(x); return H()
{v(i) for i in (1,2)}
{v(i):v(i) for i in (1,2)}
try: {[v(i)] for i in (1,2)}
except Exception as e: print(e)
