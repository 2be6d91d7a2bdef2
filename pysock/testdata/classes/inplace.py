# __iop__ of each operator, for a variable and for a constant.
class D(object):
    __repr__ = lambda self: 'D'
ops = 'add sub mul div truediv floordiv mod pow lshift rshift and or xor matmul'.split()
for n in ops:
    setattr(D, '__i%s__' % n, lambda self, o, n=n: 'i' + n)
y = 5
def run(stmt):
    d = {'d': D(), 'y': y}
    try:
        exec(stmt, d)
        print('%s %s' % (stmt, d['d']))
    except (TypeError, SyntaxError) as e: print('%s %s' % (stmt, e))
for op in '+ - * / // % << >> & | ^'.split():
    run('d %s= y' % op)
    run('d %s= 5' % op)
    run('d %s= 5.5' % op)
for n in ops:
    setattr(D, '__i%s__' % n, lambda self, o, n=n: NotImplemented)
for op in '+ - * / // % << >> & | ^'.split():
    run('d %s= y' % op)
for n in ops:
    setattr(D, '__%s__' % n, lambda self, o, n=n: 'plain'+ n)
for op in '+ - * / // % << >> & | ^'.split():
    run('d %s= y' % op)
    run('d %s= 7' % op)
