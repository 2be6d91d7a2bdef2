import _tb_a
print("start")
def here(f):
    return f(
        1,
        0)
here(lambda a, b: _tb_a.go(a, b))
