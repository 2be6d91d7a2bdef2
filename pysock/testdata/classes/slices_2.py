# Simple slices go to __getslice__ and its like, which list, tuple and the texts have
# too: a derived class's __getitem__ sees only the others.
class L(list):
    def __getitem__(self, i): print 'gi', i; return list.__getitem__(self, i)
    def __setitem__(self, i, v): print 'si', i, v
    def __delitem__(self, i): print 'di', i
class M(list):
    def __getslice__(self, i, j): print 'gs', i, j; return 'sl'
    def __setslice__(self, i, j, v): print 'ss', i, j, v
    def __delslice__(self, i, j): print 'ds', i, j
class N(object):
    def __getslice__(self, i, j): print 'gs', i, j; return 'sl'
    def __getitem__(self, i): print 'gi', i
    def __len__(self): return 10
class O(object):
    def __getitem__(self, i): print 'gi', i
for c in L, M, N, O:
    print c.__name__
    x = c([1, 2, 3]) if c in (L, M) else c()
    for e in ('x[1]', 'x[1:2]', 'x[:]', 'x[-1:]', 'x[:-2]', 'x[::1]', 'x[1:2:1]', 'x["a":2]', 'x[1L:2]', 'x[1,2]', 'x[...]', 'x[1:2,3]', 'x[1.5:2]'):
        try: print e, eval(e)
        except Exception as y: print e, type(y).__name__, y
    for e in ('x[1]=5', 'x[1:2]=[7]', 'x[:]=[]', 'del x[0]', 'del x[0:1]', 'x[::2]=[9]', 'del x[::2]', 'x[1:2] += [4]'):
        try: exec e; print e
        except Exception as y: print e, type(y).__name__, y
for T in str, tuple, unicode:
    class S(T):
        def __getitem__(self, i): print 'gi', i; return T.__getitem__(self, i)
    print S('abc')[1:2], S('abc')[0], S('abc')[::2]
