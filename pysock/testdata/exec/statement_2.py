exec "x = 1\ny = x + 1"
print x, y
ns = {}
exec "a = 5\ndef f(): return a * 2" in ns
print ns["a"], ns["f"](), "__builtins__" in ns
g, l = {"p": 1}, {"q": 2}
exec "r = p + q" in g, l
print l["r"], "r" in g
def f():
    z = 3
    exec "w = z + 1"
    return w, z
print f()
def h(x):
    exec "x = x * 2; new = 'made'"
    return x, new
print h(4)
def kept():
    v = 1
    exec "v = v + 1" in locals()
    return v
print kept()
exec("print 'paren'")
exec("t = 1", ns)
print ns["t"]
exec("t = 2", ns, ns)
print ns["t"]
exec compile("print 'compiled'", "<c>", "exec")
print eval("x + y"), eval("a", ns)
def k():
    exec "def inner(): return 5"
    return inner()
print k()
def gl():
    exec "made = 1" in globals()
gl()
print made
def m():
    q = 1
    exec "q = 2"
    return q
print m()
def n():
    exec "import sys as s"
    return s.__name__
print n()
exec u"print 'unicode source'"
print eval(u"u'\xe9'") == u"\xe9"
exec "for i in range(2): print i,"
print
print eval(" 3 + 4 ")
def loop():
    for name in ("aa", "bb"):
        exec name + " = '" + name + "!'"
    return aa + bb
print loop()
exec "1 + ]["[:3] + "*"
# ---
exec "print 1/0"
# ---
def f():
    exec "undefined"
f()
# ---
exec 5
# ---
exec "x" in 5
