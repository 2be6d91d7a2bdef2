x = 1
print "runs", __name__
