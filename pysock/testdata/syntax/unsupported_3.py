# own: what isn't there yet is refused when the file is compiled
print("not printed")
class C: pass
# ---
# own: same
try:
    pass
except Exception: pass
# ---
with x: pass
# ---
raise ValueError
# ---
def f(): yield 1
# ---
def f(): yield from x
# ---
@f
def g(): pass
# ---
async def f(): pass
# ---
match x:
    case 1: pass
# ---
def f():
    for i in x:
        if y:
            class Deep: pass
# ---
x = lambda: (yield)
