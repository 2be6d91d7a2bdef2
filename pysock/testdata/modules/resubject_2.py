# What a pattern gives back is cut out of the subject, whatever that is.
import re


class S(str):
    pass


class U(unicode):
    pass


def r(f, *a):
    try:
        x = f(*a)
        return type(x).__name__, x
    except Exception as e:
        return type(e).__name__, str(e)


for v in bytearray('xay1'), buffer('xay1'), 'xay1', u'xay1', S('xay1'), U(u'xay1'):
    for pat in r'\w', r'(\w)a', r'(\w)(\w)?', u'(a)', r'zz', '':
        p = re.compile(pat)
        print type(v).__name__, pat, r(p.findall, v), r(p.split, v), r(p.sub, 'Q', v), r(p.sub, u'Q', v), r(p.subn, r'<\g<0>>', v),
        print r(p.sub, lambda m: m.group(), v), r(p.sub, 5, v), r(p.sub, None, v)
        m = p.search(v)
        if m:
            print m.group(), m.groups(), m.string is v, r(m.expand, r'[\g<0>]'), r(m.expand, u'[\g<0>]'), r(m.expand, u'\g<0>')
