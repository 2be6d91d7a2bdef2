import sys
print
print 1,
print 2
print 1, "two", 3.0, None, [1, 'a', u'b', 2L]
print "no newline",
print
print ("tuple", 1)
print ("paren")
print ()
print (1, 2), 3
print "a\n",
print "b"
print "tab\t",
print "c"
print "x" "y"
print "%s and %r" % ("str", "repr")
print >>sys.stdout, "to", "stdout",
print >>sys.stdout
print >>None, "to None"
print "a", ; print "b"
print -1
print not 1
print "trailing space ",
print "after"
sys.stdout.write("written\n")
print "soft",
sys.stdout.write("hard\n")
print "next"
def f():
    print "in f",
    return "result"
print f(), f()
print u"uni",
print 1 if 1 else 2, 3
print lambda: 1 and 0,
print `1 + 1`, `'q'`
if 1: print "one line"
for i in range(3): print i,
print "end"
print 10 ** 20, 0777, 0xff, 1e100, 1j
print "", "empty"
print "", ""
print ""
print "last",
