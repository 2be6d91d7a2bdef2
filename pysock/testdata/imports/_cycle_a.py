print("a starts")
import _cycle_b
name = "a"
def other():
    return _cycle_b.name
print("a ends")
