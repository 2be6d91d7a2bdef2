import sys
import warnings

def show(message, category, filename, lineno, file=None, line=None):
    print("%s %s %s %s" % (message, category.__name__, filename.split("/")[-1], lineno))
warnings.showwarning = show
warnings.resetwarnings()

def f(): warnings.warn("here")
def g(): warnings.warn("caller", stacklevel=2)
for i in range(2):
    f(); g()
g()
warnings.simplefilter("always")
for i in range(2): f()
warnings.warn(DeprecationWarning("dep"))
warnings.resetwarnings()
warnings.filterwarnings("error", category=RuntimeWarning)
try: warnings.warn("boom", RuntimeWarning)
except RuntimeWarning as e: print("raised %s" % e)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("once")
    for i in range(3): warnings.warn("x", UserWarning)
    warnings.warn("y", FutureWarning)
    print([(str(w.message), w.category.__name__, w.lineno) for w in log])
    warnings.filterwarnings("ignore", "secret")
    warnings.warn("Secret thing"); warnings.warn("other")
    print(len(log))
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    f()
try: warnings.simplefilter("nope")
except AssertionError as e: print(e)
reg = {}
for i in range(2): warnings.warn_explicit("ex", UserWarning, "foo.py", 7, registry=reg)
print(warnings.formatwarning("m", UserWarning, "nofile.py", 3))
print(warnings.formatwarning("m", UserWarning, "nofile.py", 3, "the line"))
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("module")
    f(); f(); g()
    print([w.lineno for w in log])
