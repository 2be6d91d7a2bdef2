x = = 1
# ---
if x
    pass
# ---
print 1 2
