# A name with a zero byte: Python 2's messages end there.
class Old:
    pass


class New(object):
    pass


for x in (1, [], Old(), Old, New(), New, ValueError(), len, Exception, None, super(New, New())):
    for name in ('\0', 'a\0b'):
        try:
            getattr(x, name)
        except AttributeError as e:
            print repr(str(e))
        try:
            setattr(x, name, 1)
            print 'set', vars(x).get(name)
        except (AttributeError, TypeError) as e:
            print repr(str(e))
        try:
            delattr(x, name)
            print 'deleted'
        except (AttributeError, TypeError) as e:
            print repr(str(e))
