# No error handler is called '', and no encoding.
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, e)
for e in ('ascii', 'utf-8', 'latin-1', 'cp1252', 'utf-16', 'unicode_escape', 'utf-7', ''):
    for s in ('a', '\u20ad', '\ud800', ''):
        t(lambda: s.encode(e, ''))
        t(lambda: s.encode(e, errors=''))
        t(lambda: bytes(s, e, ''))
        t(lambda: bytearray(s, e))
    for b in (b'a', b'\x81', b'\\x', b''):
        t(lambda: b.decode(e, ''))
        t(lambda: str(b, e, ''))
        t(lambda: str(b, e))
t(lambda: str(b'\xff', errors=''))
t(lambda: str(b'a', errors=''))
t(lambda: bytes('a', errors=''))
