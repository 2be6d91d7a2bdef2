# own: what isn't there yet is refused when the file is compiled
print "not printed"
class C: pass
# ---
try: pass
except Exception, e: pass
# ---
with x: pass
# ---
raise ValueError, "x"
# ---
def f(): yield 1
# ---
@f
def g(): pass
