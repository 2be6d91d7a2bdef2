# differs: module urllib2 is still to come
import urllib2, sys
print("x", 1)
