execfile("_filed.py")
print filed, double(4)
ns = {"given": 5}
execfile("_filed2.py", ns)
print ns["result"]
def f():
    execfile("_filed.py")
    return "filed" in locals()
print f()
execfile("nothing.py")
