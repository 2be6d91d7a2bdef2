# -*- coding: cp437 -*-
# A source file in an encoding that only module codecs knows.
s = u"‚›á"
print(ascii(s))
try:
    compile(b"#coding: cp1252\n\x81", "f", "exec")
except SyntaxError as e:
    print(e.msg)
for src in b"#coding: nonesuch\n", b"\xef\xbb\xbf#coding: latin1\n":
    try:
        compile(src, "f", "exec")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset, e.end_lineno)
