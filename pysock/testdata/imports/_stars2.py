__all__ = ["x", "_q"]
x = 10
y = 11
_q = 12
def hasattr():
    pass
