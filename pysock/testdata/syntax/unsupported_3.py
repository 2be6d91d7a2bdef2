# own: what isn't there yet is refused when the file is compiled
print("not printed")
try:
    pass
except* ValueError: pass
