def h():
    u = 1
    def inner():
        return u, sorted(locals())
    return inner()
print(h())
