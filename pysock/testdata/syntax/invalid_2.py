# own: CPython 2.7 says no more than "invalid syntax"
x = = 1
# ---
if x
    pass
# ---
print 1 2
