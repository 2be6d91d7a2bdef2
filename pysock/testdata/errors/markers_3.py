def f():
    return undefined_name
print("é漢", f())
# ---
é = "x" if 0 else None
# ---
assert (1 ==
        2), ("long",
             "message")
# ---
x = ("abc"
     "def") + 5
# ---
print(f"{1 // 0}") if 0 else 1 // 0
