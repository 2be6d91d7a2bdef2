# Errors in functions that built-ins call.
def bad(x):
    return 1 // x
list(map(bad, [1, 0]))
# ---
def bad(x):
    return x.nope
sorted([1, 2], key=bad)
# ---
print(list(filter(lambda x: x + "a", [1])))
# ---
def key(a, b): return a
sorted([1, 2], key=key)
# ---
max([1, 2], key=lambda: 0)
# ---
d = {"f": lambda x: undefined}
d["f"](1)
# ---
print(sum(map(int, ["1", "x"])))
