print "a",
print "b"
def f(): return 1
