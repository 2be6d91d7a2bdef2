# Deep nesting, and very long lines.
x = ((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))
print(x)
print(eval("(" * 80 + "1" + ")" * 80))
print(eval("[" * 80 + "]" * 80)[0][0])
print(eval("+".join(["1"] * 900)))
print(eval("-" * 60 + "1"))
print(len(eval("[" + ", ".join(["'" + "a" * 50 + "'"] * 500) + "]")))
ns = {}
exec("x = " + " or ".join(["0"] * 500) + " or 7", ns)
print(ns["x"])
src = ""
for i in range(18):
    src += " " * i + "if 1:\n"
src += " " * 18 + "deep = 'deep'\n"
exec(src, ns)
print(ns["deep"])
src = ""
for i in range(15):
    src += " " * i + "for i%d in range(1):\n" % i
src += " " * 15 + "deep = 'loops'\n"
exec(src, ns)
print(ns["deep"])
src = ""
for i in range(15):
    src += " " * i + "def f%d():\n" % i
src += " " * 15 + "return 'inner'\n"
for i in range(14, 0, -1):
    src += " " * i + "return f%d()\n" % i
exec(src, ns)
print(ns["f0"]())
print(eval(" + ".join("'%s'" % c for c in "abc" * 100))[:9])
print(eval("1 < " * 100 + "2") if 0 else eval("0" + "".join(" < %d" % i for i in range(1, 300))))
print(eval("lambda: " * 30 + "1")()()()()() is not None)
exec("\n".join("v%d = %d" % (i, i) for i in range(2000)), ns)
print(ns["v1999"])
exec("if 0: pass\n" + "\n".join("elif ns_x == %d: r = %d" % (i, i) for i in range(300)), {"ns_x": 250}, ns)
print(ns["r"])
print(eval("x" + "[0]" * 50, {"x": eval("[" * 50 + "'bottom'" + "]" * 50)}))
