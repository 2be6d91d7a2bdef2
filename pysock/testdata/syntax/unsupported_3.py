# own: what isn't there yet is refused when the file is compiled
print("not printed")
match x:
    case 1: pass
# ---
# own: same
try:
    pass
except* ValueError: pass
