# What is told of an exception that nobody can catch.
import gc
class A:
    def __init__(self, x): self.x = x
    def __del__(self):
        try:
            raise OSError(1)
        except OSError:
            raise self.x
for x in ValueError(), KeyError("x"), ValueError("a b"):
    x.add_note("a note")
    A(x)
    gc.collect()
