# -*- coding: utf-8 -*-
# Encodings by tables, one byte and several a character; UTF-7; uu.
from __future__ import print_function
import codecs

text = u"\u4f60\u597d abc \u20ac \xe9"
for name in "gbk gb18030 shift_jis euc_jp euc_kr utf-7 iso8859_3 cp037 cp1140 cp1257 cp437 koi8_r mac_turkish".split():
    for errors in "replace", "ignore", "backslashreplace", "xmlcharrefreplace":
        print(name, errors, repr(text.encode(name, errors)))
    for data in b"\xc4\xe3\xba\xc3", b"\x81", b"+AGE-", b"a\xe9":
        try:
            print(name, repr(data.decode(name)), repr(data.decode(name, "replace")))
        except UnicodeError as e:
            print(name, e)
data = u"\u4f60\u597d".encode("gbk")
decoder = codecs.getincrementaldecoder("gbk")()
print([decoder.decode(data[i:i + 1]) for i in range(len(data))])
for s in u"a+b", u"\u20ac", u"\u20ac-", u"\u20acA", u"a\U00010000b", u"~\\", u"\u20ac\u20ac.":
    print(repr(s.encode("utf-7")), s.encode("utf-7").decode("utf-7") == s)
data = b"hello world" * 6
print(codecs.encode(data, "uu"), codecs.decode(codecs.encode(data, "uu"), "uu") == data)
for name in "utf-8", "utf-16", "utf-32-be", "utf-8-sig", "utf-7":
    data = u"a\xe9\u20ac\U0001f600z".encode(name)
    decoder = codecs.getincrementaldecoder(name)()
    parts = [decoder.decode(data[i:i + 1]) for i in range(len(data))] + [decoder.decode(b"", True)]
    print(name, len(data), u"".join(parts) == u"a\xe9\u20ac\U0001f600z")
