a, b = 1
# ---
a, b = 1,
# ---
a, b = 1, 2, 3
# ---
a, b, c = "ab"
# ---
a, b = None
# ---
for a, b in [1]: pass
# ---
for a, b in [(1, 2), (1, 2, 3)]: print(a, b)
# ---
a, b = []
# ---
def f():
    a, b, c = [1, 2]
f()
# ---
[(a, b) for a, b in [1, 2]]
# ---
a, b = range(5)
# ---
a, b = {1: 2}
