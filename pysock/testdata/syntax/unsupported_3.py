# own: what isn't there yet is refused when the file is compiled
print("not printed")
async def f(): pass
# ---
# own: same
match x:
    case 1: pass
# ---
# own: same
def f():
    for i in x:
        if y:
            async def deep(): await i
# ---
# own: same
try:
    pass
except* ValueError: pass
