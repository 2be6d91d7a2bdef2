# -*- coding: utf-8 -*-
for s in (u'a\tb\n c', u' 1 2', u'\t', u'\n1\t2', u'1\xa02', u'\u0661', u'\u0661x', u'\u0661\u2003x', u'x\u20ac', u'\xe9', u'\u2028', u'', u'1\x00', u'a\x00b', u'\x1c1', u'1\x1c1', u'\x85', u'0x\t1', u'1L\t', u'12\t', u'1\x1f', u'\ud800', u'1.5\tx', u'1e5\n\n', u'inf\ty', u'1+2\tj', u'1j\t', u'(1 +2j)'):
    for f in (int, long, float, complex, lambda s: int(s, 0), lambda s: int(s, 16), lambda s: long(s, 10), lambda s: int(s, 36)):
        try: print repr(s), f(s)
        except Exception as e: print repr(s), type(e).__name__, e
