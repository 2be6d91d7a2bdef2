print("b starts")
import _cycle_a
name = "b"
print("a has a name: %s" % ("name" in dir(_cycle_a)))
def back():
    return _cycle_a.name
print("b ends")
