# An error that a codec raises names it, unless it is one of those that str and bytes know.
import codecs, traceback
def h(e): raise KeyError('in h')
def h2(e): return 5
class My(Exception): pass
class My2(Exception):
    def __init__(self, *a): pass
def h3(e): raise My('x')
def h4(e): raise My2('x')
def h5(e): raise My('x', 1)
def h6(e): raise OSError(1, 'x')
def h7(e): raise My()
def h8(e): raise My(5)
def h9(e):
    x = My('a'); x.q = 1; raise x
for i, f in enumerate((h, h2, h3, h4, h5, h6, h7, h8, h9)): codecs.register_error('h%d' % i, f)
def find(n):
    if n.startswith('mine'):
        def enc(s, e='strict'): raise ValueError('enc ' + ascii(s))
        def dec(s, e='strict'): raise My('dec')
        if n == 'mine2': enc = lambda s, e: 5
        return codecs.CodecInfo(enc, dec, name=n)
codecs.register(find)
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, e, repr(e.__cause__), e.__cause__ is e.__context__, e.__suppress_context__)
for e in ('ascii', 'cp1252', 'utf-8', 'iso-8859-1', 'UTF-16', 'utf_16_le', 'unicode_escape', 'utf-7', 'iso8859-15', 'koi8-r', 'mine', 'mine2', 'utf-8-sig', 'raw_unicode_escape'):
    for i in range(9):
        t(lambda: '\ud800\u20acx'.encode(e, 'h%d' % i))
        t(lambda: b'+\xffa\x81\\x\xff'.decode(e, 'h%d' % i))
try: '\u20ac'.encode('cp1250', 'hx')
except LookupError: traceback.print_exc()
