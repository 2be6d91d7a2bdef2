# -*- coding: utf-8 -*-
# A str and a unicode that meet, and what reads numbers of a unicode.
import re
def t(f,*a):
    try: r=f(*a); print type(r).__name__, repr(r)
    except Exception as e: print type(e).__name__, e
a='g\xe2t'; u=u'\xe2'
for f in (lambda: u in a
  , lambda: a in u
  , lambda: a.__contains__(u)
  , lambda: u.__contains__(a)
  , lambda: a+u
  , lambda:u+a
  , lambda:a.find(u)
  , lambda:u.find(a)
  , lambda:a.replace(u,'x')
  , lambda: a.split(u)
  , lambda:u.join([a])
  , lambda:a.join([u])
  , lambda: a.join([u,u])
  , lambda:a.startswith(u)
  , lambda:u.startswith(a)
  , lambda:a.count(u)
  , lambda:a%u
  , lambda:u%a
  , lambda:'%s'%u
  , lambda: a.strip(u)
  , lambda: u.strip(a)
  , lambda: a==u
  , lambda:a!=u
  , lambda:a<u
  , lambda:{a:1}.get(u)
  , lambda:a in [u]
  , lambda:cmp(a,u)
  , lambda: a.encode('utf8')
  , lambda: u.decode('utf8')
  , lambda: str(u)
  , lambda: unicode(a)
  , lambda:[a]==[u]
  , lambda: 'abc'==u'abc'
  , lambda: 'a' in u'abc'
  , lambda: u'a' in 'abc'
  , lambda: 5 in u'a'
  , lambda: 5 in 'a'
  , lambda: 'x'+1
  , lambda: u'x'+1
  , lambda:'x'+bytearray('y')
  , lambda: a.upper()+u''
  , lambda: ''.join([a,u])
  , lambda: 'ab'.join([u'é','é'])
  , lambda: 'a%sb%s' % (u'e', 'é')
  , lambda: re.sub('a', u'é', 'bab')
  , lambda: re.sub('a'
  , lambda m: u'é', 'éa')
  , lambda: re.sub(u'a', 'b', u'éa')
  , lambda: re.sub('a', u'é', 'ba\xff'),lambda: re.sub('a'
  , lambda m: u'é', 'xa')
  , lambda: re.sub('a'
  , lambda m: u'b', 'a')
  , lambda: re.sub('x', u'b', 'a')
  , lambda:re.split(u'a','bab'),
  lambda: int(u'\u0200')
  , lambda: int(u'\u0663')
  , lambda: float(u'\u0200')
  , lambda: float(u'\u0661.5')
  , lambda: long(u'1\xe9')
  , lambda: int(u' 12 ')
  , lambda: complex(u'\u0200')
  , lambda: int(u'\u2003 12')
  , lambda: int('\xe9')
  , lambda: int(u'12\xa0')
  , lambda: u'\ud800\udc02'.encode('utf-8')
  , lambda: u'\ud800'.encode('utf8')
  , lambda: '\xed\xa0\x80'.decode('utf8')
  , lambda: "%.*d"%(2**63-1,1)
  , lambda: "%*d"%(2**63-1,1)
  , lambda:"%*d"%(2**63,1),lambda:"%.*d"%(2**31-1,1)
  , lambda:"%*s"%(2L,1),lambda:"%*s"%('2',1),lambda:u"%.*d"%(2**63-1,1)
  , lambda:u"%*d"%(2**63,1)
  , lambda: 'abc'%object()
  , lambda: 'abc' % type('X',(object,),{'__getitem__':5})()
  , lambda: '%x' % 1.5
  , lambda: '%x'%'a'
  , lambda: '%d' % 'a'
  , lambda: '%c'%256
  , lambda: u'%c'%-1
  , lambda:'%c'%u'\u1234'
  , lambda: 'hello world'.encode('uu')
  , lambda: '\0\0'.encode('uu')):
    t(f)
class S(str):
    def __rmod__(self,o): return 'R',o
class S2(str): pass
print 'a %s'%S('q'), u'a %s'%S('q'), 'a %s'%S2('q'), S('x %s')%'b'
