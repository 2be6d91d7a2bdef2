# Bytes are source code, too, even if not all of them are UTF-8; a str with a lone
# surrogate is not.
sources = [b'\x01\x02\xff', b'\xff', b'a\xff', b'a = \x01\xff', b'# coding: utf-8\n\xff', b'"\xff"', b'x = "\xff', b'\xc3', b'\xe2\x82',
           b'a = 1 # \xff', b'\n\n  \xff', b'(\n\xff', b'\xfe\xff + 1', b'\xff\xfe', b'x\xf0\x9f\x98\x80', b'\xed\xa0\x80', b'\xc0\x80', b"b'\xff'",
           b'# coding: latin-1\n\xe9 = 1', b'# coding: foo\n1', b'\xef\xbb\xbf1', '\ud800', '"\ud800"', '\x01', b'a\x00']
for s in sources:
    for mode in 'exec', 'eval', 'single':
        try:
            compile(s, '<s>', mode)
            print('fine', repr(s), mode)
        except SyntaxError as e:
            print(repr(s), mode, type(e).__name__, e.args)
        except ValueError as e:
            print(repr(s), mode, type(e).__name__, e)
    for run in exec, eval:
        try:
            print(run(s))
        except SyntaxError as e:
            print(type(e).__name__, e.args)
        except ValueError as e:
            print(type(e).__name__, e)
