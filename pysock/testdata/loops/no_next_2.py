class N:
    def __iter__(self): return self
e = enumerate(N())
for f in list, lambda x: [i for i in x]:
    try: f(enumerate(N()))
    except TypeError, e: print 'late'
iter(N())
