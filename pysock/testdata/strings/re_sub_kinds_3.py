# A replacement of the wrong kind is noticed where something is to be replaced.
import array, re
for pattern, repl, text in (('a', b'x', 'a'), ('a', b'x', 'ba'), ('a', b'x', 'b'), ('a', bytearray(b'x'), 'ab'), (b'a', 'x', b'a'),
                            (b'a', 'x', b'ba'), (b'a', 'x', b'b'), (b'a', bytearray(b'x'), b'ab'), ('a', array.array('b', b'x'), 'a'),
                            ('a', 'x', b'a'), (b'a', b'x', 'a'), ('a', b'x', b'a'), (b'a', 'x', 'a'), ('a', 3, 'a'), ('a', None, 'a'), ('', b'x', ''),
                            ('a', b'', 'caca'), ('a', lambda m: b'x', 'a'), ('a', lambda m: None, 'a'), ('a', str, 'a'), (b'a', bytes, b'a')):
    for f in re.sub, re.subn, lambda p, r, t: re.compile(p).sub(r, t, 1):
        try: print(f(pattern, repl, text) if not isinstance(repl, type) else 'type')
        except Exception as e: print(repr(e))
