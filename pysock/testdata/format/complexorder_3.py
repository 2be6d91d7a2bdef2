# Which of several faults of a format is told.
def t(f):
    try: r = repr(f())
    except Exception as e: r = '%s: %s' % (type(e).__name__, e)
    print(r)
for fill in ('', '=', '0', '*=', '^0'):
    for sign in ('', '+'):
        for rest in ('', '7', ',', '_', '.2', 'z', '#'):
            for k in ('', 'd', 'x', 'c', 's', 'f', 'n', '%', 'q', 'g'):
                t(lambda: format(1.5-2j, fill + sign + rest + k))
for n in (65, 10**20, -10**20, 2**63, -1, 0x110000): t(lambda: format(n, 'c')); t(lambda: '%c' % n)
for v in ('a', 1j, None, b'x', [1]):
    for k in 'diuxoX':
        t(lambda: ('%' + k) % (v,)); t(lambda: ('%' + k).encode() % (v,))
for s in ('ab', 'na\xefve', '\xe9', 'zz\xe9', 'a', 'ab c', 'ab\u20acg'):
    t(lambda: bytes.fromhex(s)); t(lambda: bytearray.fromhex(s))
