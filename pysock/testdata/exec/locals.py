# differs: the dict that locals() gives is the function's namespace itself, and a
# function's namespace lacks the variables of the functions around it
def g():
    d = locals()
    x = 1
    return "x" in d, "x" in locals()
print(g())
def h():
    u = 1
    def inner():
        return u, sorted(locals())
    return inner()
print(h())
