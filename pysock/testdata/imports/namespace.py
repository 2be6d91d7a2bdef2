import sys
print(sys.modules["__main__"].__name__)
import __main__
__main__.injected = 5
print(injected)
y = 7
print(__main__.y)
def f():
    return injected, y
print(f())
__main__.y = 8
print(y, f())
del __main__.y
f()
