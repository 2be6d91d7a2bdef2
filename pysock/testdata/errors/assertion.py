assert True
assert 1, "no"
assert (1, "always"), "x" if 0 else "y"
def f():
    assert not 1, [1, "a"]
f()
# ---
assert 0, None
# ---
assert [], "e"
# ---
assert None, ("a", 1)
# ---
assert "", ""
