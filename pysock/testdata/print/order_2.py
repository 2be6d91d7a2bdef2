# Each item is printed before the next one is evaluated.
import sys
class F(object):
    def write(self, s): sys.stdout.write('<'+s+'>')
class R(object):
    def __init__(self, n): self.n = n
    def __str__(self): raise ValueError(self.n)
def f():
    sys.stdout.write("called ")
    return 3
try:
    print 1, f(), 1/0
except ZeroDivisionError: print 'ok'
try:
    print 1, R(2), f()
except ValueError: print 'ok'
try:
    print >>F(), 1, f(), 1/0
except ZeroDivisionError: print 'ok'
print >>F(), 1, f(),
print >>F(), 1, f()
print >>F()
print "a\n", "b"
print "a\t", "b"
print >>None, 1, f()
