# Where SyntaxErrors say that they are, in sources with characters beyond ASCII: in bytes, unless the encoding is declared.
# -*- coding: utf-8 -*-
import subprocess, sys, os
srcs = ['é = = 1\n', 'x = "é" +\n', 'x = "é" "\n', 'é é\n', 'éé = 5 = é()\n', 'print "é"\n', 'f("é", x=1, 2)\n', 'x = "éé" ; y = (1\n', 'x = {"é": 1\n', 'ééé = 08\n', 'é = $\n', 'def é(:\n', '"é" = 1\n', 'x = "é" if 1\n', '"é"; return\n', '"é"; break\n', 'def f(é, é): pass\n', '"é"; nonlocal x\n', 'x = f"é{1 +}"\n', 'for é in "é" print(1)\n']
for s in srcs:
    for kind, src in (('str', s), ('bytes', s.encode()), ('cookie', b'# coding: utf-8\n' + s.encode()), ('latin', b'# coding: latin-1\n' + s.encode('latin-1')), ('bom', b'\xef\xbb\xbf' + s.encode())):
        try: compile(src, 'f', 'exec')
        except SyntaxError as e: print(kind, ascii(s), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, ascii(e.text))
