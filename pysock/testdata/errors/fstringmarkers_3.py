x = 0
print(f"value: {1 // x}")
# ---
print(f"{undefined}")
# ---
print("abc", [x for x in range(3)][5])
# ---
def f(x, *, y): return x[y]
f([], y=3)
# ---
print(b"abc" + "def")
# ---
"x" in 5
# ---
(y := 1 // 0)
# ---
x = 1
x <<= "a"
# ---
print(*[1], *2)
# ---
{**5}
# ---
[*5]
# ---
a, *b = 1 // 0
# ---
1 if 1 else 2; 1 @ 2
