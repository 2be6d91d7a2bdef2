# differs: without CPython's hint about print >>
import sys
print >>sys.stderr, "x"

