# softspace belongs to the file, and survives functions and modules.
import sys
def show(x):
    print x,
    return x
print "start",
show(1)
show(2)
print
print show(3), show(4)
print "a",
print >>sys.stderr, "err"
print "b"
sys.stdout.softspace = 0
print "c",
sys.stdout.softspace = 0
print "d"
print "e\t",
print "f"
print "g ",
print "h"
print "i\n",
print "j"
