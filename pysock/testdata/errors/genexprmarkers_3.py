all(x for x in 5)
# ---
y = all((x for x in 5))
# ---
sum((x for x in 5), 1)
# ---
y = [x for x in 5]
# ---
print(1, list(x + 1 for x in 5 if x))
# ---
set(a for a in [1] for b in 5)
# ---
"".join(str(x) for x in 5)
# ---
y = {a for a in [1] for b in 5}
# ---
list(a for a, b in [1])
