# -*- coding: utf-8 -*-
# site: setdefaultencoding is there until module site takes it away
import sys
print hasattr(sys, 'setdefaultencoding'), sys.getdefaultencoding()
reload(sys)
try: sys.setdefaultencoding('nope')
except LookupError as e: print e
sys.setdefaultencoding('utf-8')
print sys.getdefaultencoding()
u = u'\u4f60'; s = 'é'
print str(u), unicode(s), '%s' % u, '%s %s' % (s, u), u'%s' % s, s.encode('utf-8'), u.decode('utf-8'), s.replace(u, 'x'), [s.join([u, u])], '{}'.format(u), u'{}'.format(s)
sys.stdout.write(u + u'\n')
print u, s
