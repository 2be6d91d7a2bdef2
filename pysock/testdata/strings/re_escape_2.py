# re.escape of what is no str.
import re, array
class BA(bytearray): pass
for p in bytearray(), bytearray('a.'), buffer(''), buffer('a.b'), array.array('c'), array.array('c', 'a.'), xrange(0), BA(), set(), iter(''), memoryview(''), memoryview('a'), (), [], {}, 'a.\0', u'a.\xe9', None, 3, array.array('i'), array.array('u', u'a.'):
    try: print repr(re.escape(p))
    except Exception as e: print type(p).__name__, repr(e)
