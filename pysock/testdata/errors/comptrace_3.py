def f(x):
    return [1 // y for y in x]
f([1, 0])
# ---
def f(x):
    return {1 // y for y in x}
f([1, 0])
# ---
def f(x):
    return {y: 1 // y for y in x}
f([1, 0])
# ---
[g(i) for i in range(3)]
# ---
l = lambda: [1 // 0 for i in (1,)]
l()
# ---
[[1 // j for j in (1, 0)] for i in (1,)]
