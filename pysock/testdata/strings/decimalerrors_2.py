# -*- coding: utf-8 -*-
# Numbers of unicode text with characters that are no digits: the error names all that stand together.
for f in (int, float, long, complex):
    for s in (u'€', u'€€', u'1€€2', u'€1€', u'\0€', u'€\0', u'é', u'é€€', u'\u0661\u0662', u'€ €', u'€\u0661', u'\U0001d7ce', u'\U00010000€', u'1\0', u'\ud800', u'\u2028€€€ '):
        try:
            print f.__name__, repr(f(s))
        except Exception as e:
            print f.__name__, type(e).__name__, str(e), getattr(e, 'start', None), getattr(e, 'end', None), repr(getattr(e, 'object', None))
try:
    int(u'€€', 16)
except Exception as e:
    print type(e), e
