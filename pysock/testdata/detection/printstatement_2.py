x = 5
print "two", x / 2
