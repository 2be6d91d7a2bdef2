# -*- coding: utf-8 -*-
import sys
print ValueError('a')
class E(Exception):
    def __str__(self): return u'x'
print E()
class U:
    def __str__(self): return u'é'
class V(object):
    def __str__(self): return u'é'
class W(object):
    def __unicode__(self): return u'é'
def t(f):
    try: f()
    except Exception as e: print type(e).__name__, e
def p(x):
    def f():
        print x
    return f
def q(x):
    def f():
        print x,
        print
    return f
import StringIO
    t(p(x)); t(q(x)); t(lambda: str(x)); t(lambda: '%s' % x); t(lambda: u'%s' % x); t(lambda: unicode(x)); t(lambda: sys.stdout.write(x)); t(lambda: format(x)); t(lambda: ''.join([x])); t(lambda: repr(x))
    t(lambda: '{}'.format(x))
