def f():
    return raw_input
print("a", "b")
