x = = 1
# ---
def f(:
    pass
# ---
if x
    pass
# ---
print "hello"
# ---
x = (1, 2
# ---
x = [1, 2))
# ---
x = 'abc
# ---
x = """abc
# ---
for x in range(3) print(x)
# ---
1 = x
# ---
f() = 1
# ---
x + 1 = 2
# ---
None = 1
# ---
(a, 1) = 2
# ---
x += 1 += 2
# ---
a, b += 1
# ---
del f()
# ---
break
# ---
continue
# ---
return 1
# ---
def f():
    break
# ---
for i in []:
    def f():
        continue
# ---
def f(a, a): pass
# ---
def f(a=1, b): pass
# ---
def f(*): pass
# ---
def f(**k, a): pass
# ---
f(a=1, 2)
# ---
f(a=1, a=2)
# ---
f(x for x in y, 1)
# ---
import a.b as c.d
# ---
from x import *, y
# ---
x = 5 if 1
# ---
else: pass
# ---
while: pass
# ---
"a" "b" = c
# ---
x = {1: 2, 3}
# ---
x = {1, 2: 3}
# ---
x = [i for i in]
# ---
@
# ---
x = $
# ---
x = a ? b
# ---
x = "é" é "
# ---
if x = 1: pass
# ---
while x = 1: pass
# ---
print(x y)
# ---
class = 1
# ---
def = 1
# ---
True = 1
# ---
x = yield = 1
# ---
f(True=1)
# ---
def f(None): pass
# ---
(x for x in y) = 1
# ---
x := 1
# ---
exec "x"
# ---
a <> b
# ---
`x`
# ---
raise E, "v"
# ---
ur"x"
# ---
x = (
    1 +
)
# ---
def f():
    """doc"""
    x = [1,
    return x
# ---
assert(1, "always true")
# ---
x is 5
# ---
elif 1: pass
# ---
def f(): pass pass
# ---
a b c
# ---
(a, b
c)
# ---
x = 1 +
# ---
x.1
# ---
{**x for x in y}
# ---
*a = 1
# ---
del *a
# ---
x: int: str = 1
# ---
\ x
# ---
x = 1 \ 
y = 2
# ---
async x = 1
# ---
await x
# ---
def f(a, *, b, *, c): pass
# ---
def f(a, /, b, /): pass
# ---
f(*)
# ---
not = 1
# ---
x = not
# ---
for 1 in x: pass
# ---
with open(x) as 1: pass
# ---
import
# ---
from . import
# ---
global x, 1
# ---
x = (yield)
# ---
a = b = 1 = c
# ---
"abc" + = 1
# ---
{a=1}
# ---
[a=1]
# ---
f(a.b=1)
# ---
f(1=2)
# ---
print "a" % b, c
