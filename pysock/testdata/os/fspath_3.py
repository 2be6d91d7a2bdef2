# os.fspath, and what else takes the path of an object. A str is its own path.
import os
class S(str):
    def __fspath__(self):
        return '/nowhere'
class P(object):
    def __init__(self, p): self.p = p
    def __fspath__(self): return self.p
open(S('/dev/null')).close()
print(os.stat(S('/')) is not None, os.fspath(S('x')), open(S('/dev/null')).name)
print(open(P('/dev/null')).name, os.path.exists(P(b'/')))
for f in open, os.stat, os.fspath, os.listdir:
    for v in P(1), P(P('x')), None if f is not os.listdir else 1.5, 1.5:
        try:
            print(f.__name__, f(v))
        except Exception as e:
            print(f.__name__, type(e).__name__, e)
