# What str(), unicode(), % and format ask a value for.
class N(object):
    def __str__(self): return None
class M(object):
    def __str__(self): return 5
class O:
    def __unicode__(self): return 3
class P(object):
    def __unicode__(self): return '\xe9'
class Q(object):
    def __str__(self): return u'\xe9'
class R(unicode):
    def __unicode__(self): return u'U'
class T(unicode):
    def __str__(self): return self
class V(str):
    def __str__(self): return self
class W(object):
    def __str__(self): return V('q')
class X(object):
    def __unicode__(self): return u'q'
class Y(R):
    def __unicode__(self): return self
for f in str,unicode, repr,'%s'.__mod__,u'%s'.__mod__, '{}'.format, u'{}'.format,format, lambda x: '%s%s'%(x,u''), lambda x: [x][0].__str__(), lambda x: u''.join([x]), lambda x: ''.join([x]):
    for x in N(),M(),O(),P(),Q(),R(u'e'),T(u'a'),V('b'),W(),X(),Y(u'p'):
        try:
            if f is repr: x=type('Z',(object,),{'__repr__':lambda s:x.__str__()})()
            r=f(x)
            
            if '0x' not in r: print x.__class__.__name__, issubclass(type(r), unicode), [r[:]]
        except Exception as e: print x.__class__.__name__, type(e).__name__, e
