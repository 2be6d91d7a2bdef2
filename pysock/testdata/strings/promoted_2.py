# What methods of Python 2's str look at before they become those of unicode.
odd = [0, None, '', 'a', '\xff', u'', u'a', u'\xe9', bytearray('a'), buffer('a'), [], ('a', u'a')]
names = '''upper title isdigit expandtabs splitlines strip lstrip partition rpartition split rsplit find rindex count startswith
endswith replace translate center ljust __contains__'''.split()


def run(s, name, *args):
    try:
        r = getattr(s, name)(*args)
    except Exception as e:
        r = type(e).__name__, str(e)
    print repr(s), name, args if 'at 0x' not in repr(args) else '', r


for s in 'ab\xff', 'aba':
    for name in names:
        for x in odd:
            if isinstance(x, buffer):
                continue
            if name == '__contains__' or isinstance(x, unicode):
                run(s, name, x)
            for y in (u'a', 5):
                if isinstance(x, unicode) or isinstance(y, unicode):
                    run(s, name, x, y)
    for args in (u'a', 'b', 'x'), ('a', u'b', None), (1, u'b', 2), ('a', 'b', u'c'), (u'a', 1, 2), ('a' * 256, u'b'), ('a', u'b', 'c', 'd'):
        run(s, 'replace', *args)
        run(s, 'translate', *args)
        run(s, 'count', *args)
for s in '', 'a', u'', bytearray():
    for n in -1, 0, 1, 3:
        run(s, 'replace', '', 'x', n)
for other in buffer('a'), buffer('b'), bytearray('a'), buffer('\xff'):
    for s in u'a', u'ab', u'\xe9':
        for op in 'a < b', 'a == b', 'b > a', 'cmp(a, b)':
            try:
                print repr(s), str(other) != '\xff' and str(other), op, eval(op, {'a': s, 'b': other}) if type(other) is buffer else ''
            except Exception as e:
                print type(e).__name__, e
for args in ('a\0b',), ('ascii', 'a\0'), (u'\0',):
    run('a', 'encode', *args)
    run('a', 'decode', *args)
    try:
        unicode('a', *args)
    except Exception as e:
        print type(e).__name__, e


class Formats(object):
    def __init__(self, text):
        self.text = text

    def __format__(self, spec):
        return self.text


for x in u'uni', u'\xe9', 'str', '\xe9':
    for use in 'format(x)', "format(x, 'a')", "'{}'.format(x)", "u'{}'.format(x)", "'{:x}{}'.format(x, 1)":
        try:
            print use, repr(eval(use, {'x': Formats(x)}))
        except UnicodeError as e:
            print use, e
