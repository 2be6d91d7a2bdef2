x = (1 != None >= 0)
# ---
if (1 < 2 < None): pass
# ---
print(1 < 2 < None, 3)
# ---
x = {1}; x -= None
# ---
def f():
    a: int = 1
    return {1: y for j in (a2, 'x') for j in 'xy'}
    a2 = 1
f()
