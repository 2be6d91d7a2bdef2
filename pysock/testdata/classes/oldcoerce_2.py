class M:
    def __init__(self, n): self.n = n
    def __coerce__(self, o): print 'coerce', self.n; return (1, o)
    def __cmp__(self, o): print 'cmp', self.n, o.__class__.__name__; return -1
a,b=M(1),M(2)
print a==a
print a==b
print a==1
print 1==a
print a<1
print cmp(a,b)
class N:
    def __coerce__(self, o): print 'coerce'; return (5, 6)
a,b=N(),N()
print a==a, a==b, a<b, cmp(a,b), a==7, 7==a
