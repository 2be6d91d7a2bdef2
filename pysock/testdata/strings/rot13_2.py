# rot13 is a character set in Python 2.
def show(f):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e


for s in ('Hello', '\xff', u'Hello', u'\xe9', u'\u0130', ''):
    for c in ('rot13', 'rot_13'):
        show(lambda: s.encode(c))
        show(lambda: s.decode(c))
show(lambda: u'a\u0130'.encode('rot13', 'replace'))
show(lambda: unicode('Uryyb', 'rot13'))


class Text(unicode):
    pass


# an instance of a class that derives from unicode is encoded all the same
for s in (Text(u'a'), Text(u'\xe9')):
    show(lambda: str(s))
    show(lambda: '{!s}'.format(s))
    show(lambda: '{}'.format(s))
    show(lambda: '%s' % s)
