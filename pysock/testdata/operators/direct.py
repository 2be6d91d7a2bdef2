# Special methods of built-in types, called by their names.
vals = [2, 2.5, 'ab', u'ab', [1], (1,), True, bytearray(b'a'), 1j, None]
if str is bytes: vals += [3, 2**70, xrange(3)]
for a in vals:
    for b in vals:
        for o in 'mul mod coerce cmp lt'.split():
            for n in ('__%s__' % o, '__r%s__' % o):
                f = getattr(a, n, None)
                if f is None or type(b) is dict: continue
                try: r = f(b)
                except Exception as e: r = type(e).__name__ + ': ' + str(e)
                if r is not NotImplemented:
                    print('%s %s %s %s' % (type(a).__name__, n, type(b).__name__, repr(r)[:70]))
