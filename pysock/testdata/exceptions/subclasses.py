from __future__ import print_function
import sys
# The tree of the built-in exceptions, as tutorials print it.
def walk(c, depth=0):
    print("  " * depth + c.__name__)
    for s in c.__subclasses__():
        if s.__module__ in ("builtins", "exceptions"):
            walk(s, depth + 1)
walk(BaseException)
class Own(KeyError): pass
print(KeyError.__subclasses__(), int.__subclasses__(), Own.__subclasses__(), bool.__subclasses__())
for args in (), (None,), (0,), ((None,),):
    try:
        sys.exit(*args)
    except SystemExit as e:
        print(repr(e), e.args, e.code)
