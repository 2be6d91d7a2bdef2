# -*- coding: utf-8 -*-
# Error handlers of encodings that have rules of their own.
import codecs

def show(f):
    try:
        print repr(f())
    except (Exception, AssertionError) as e:
        print type(e).__name__, e

TEXT = u"aé€"
for encoding in "idna", "hex", "base64", "zlib", "string_escape", "quopri", "uu":
    for errors in "strict", "ignore", "replace":
        print encoding, errors,
        show(lambda: TEXT.encode(encoding, errors))
DATA = "a\xc3\xa9"
for encoding in "idna", "hex", "base64", "zlib":
    for errors in "strict", "ignore", "replace", "bogus":
        print encoding, errors,
        show(lambda: DATA.decode(encoding, errors))
show(lambda: "a\xc3-x".decode("punycode"))
show(lambda: "abc".decode("punycode", "bogus"))
show(lambda: codecs.decode("abc", "rot_13"))
show(lambda: codecs.encode("abc", "rot_13"))
show(lambda: codecs.encode("abc", "hex", "ignore"))
show(lambda: "abc".encode("hex", "ignore"))
for s in "--3", "-.5x", ".", "+-1", "-x", "+1x", "-inf1":
    show(lambda: float(s))
show(lambda: codecs.encode("x", 5))
show(lambda: codecs.decode(b"x", "ascii", 5))
