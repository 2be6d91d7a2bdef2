# A zero of no digits, as C prints it: a long has one all the same.
for c in 'diuoxX':
    for flags in ('5.0', '05.0', '+5.0', '-5.0', ' .0', '.0', '#.0', '#5.0', '05.2', '.'):
        print [('%' + flags + c) % v for v in (0, 0.0, 0L, False, 1, -1)],
        print [(u'%' + flags + c) % v for v in (0, 0L)]


def show(f):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, repr(str(e))


# A type that is NUL is none for floats alone.
for spec in ('\0', '5\0', '\1'):
    for v in (5, 5L, 5.5, 'x', u'x', 2j, True):
        show(lambda: format(v, spec))
        show(lambda: ('{:' + spec + '}').format(v))
