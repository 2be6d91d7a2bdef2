import sys
cases = [(int,5),(float,5.5),(complex,2j),(str,'a'),(bytes,b'a'),(bytearray,b'a'),(tuple,(1,)),(list,[1]),(set,[1]),(dict,{}),(Exception,'x')]
if sys.version_info[0] == 2: cases += [(long, 5), (unicode, u'a')]
for b, v in cases:
    c=type('C',(b,),{'__repr__':lambda self:'R'})
    print((b.__name__, str(c(v)), '%s'%(c(v),), '{0}'.format(c(v)), repr(c(v)), [c(v)]))
    if b is not bytearray: print(c(c(v)) == c(v) if b is not dict else 0)
    c=type('C',(b,),{'__str__':lambda self:'S'})
    print((str(c(v)), '%r' % (c(v),)))
    class D(c):
        def __repr__(self): return super(D, self).__repr__() + '!'
    print((str(D(v)), repr(D(v))))
    class E(b):
        def __repr__(self): return 'E'
        def __str__(self): return 'in ' + super(E, self).__str__()
    print((str(E(v)), repr(E(v))))
    try: print((b.__str__(E(v)), b.__repr__(E(v))))
    except TypeError as e: print(e)
