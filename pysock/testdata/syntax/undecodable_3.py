# Names that aren't UTF-8: what the error says, and where.
import random
random.seed(5)
def t(b):
    for how in (exec,):
        try: how(b)
        except SyntaxError as e: print(b, e.msg, e.lineno, e.offset, ascii(e.text), e.end_lineno, e.end_offset)
        except Exception as e: print(b, type(e).__name__, e)
for b in [b'\xb7', b'\xb7a', b'a\xb7', b'ab\xb7cd', b'\xdf\xa8\xb7', b'\xb7\xdf\xa8', b'x = \xb7', b'x = \xb7\xb7 + 1', b'x = 1\ny = \xb7z\n', b'\xb7\x9a\x93\xdf\xa8\x90', b'\xdf\xa8\xb7\xdf\xa8', b'\xdf\xa8 = \xb7\xdf\xa8', b'"\xdf\xa8"; \xb7', b'\xe2\x82', b'\xe2\x82\xac\xb7', b'\xe2\x82\xac = \xb7\xe2\x82\xac\xb7', b'\xf0\x9f\x98\x80\xb7', b'"\xb7"', b'b"\xb7"', b'# \xb7', b'1 + \xb7', b'f(\xb7)', b'a.\xb7', b'\xff\xfe', b'\xc3', b'x\n\xb7', b'(\n\xb7']:
    t(b)
for i in range(60):
    n = random.randint(1, 12)
    t(bytes(random.choice([0xb7, 0x9a, 0xdf, 0xa8, 0x61, 0xc3, 0xe2, 0x82, 0xac, 0x62]) for _ in range(n)))
