# Error handlers of encodings that have rules of their own.
import codecs

def show(f):
    try:
        print(ascii(f()))
    except (Exception, AssertionError) as e:
        print(type(e).__name__, ascii(str(e)), repr(e.__cause__))

TEXT = "aé€\U0001f600\udc80"
for encoding in "utf-16", "utf-16-be", "utf-32-le", "idna", "shift_jis", "gbk", "euc-jp":
    for errors in "strict", "ignore", "replace", "surrogateescape", "surrogatepass":
        print(encoding, errors, end=" ")
        show(lambda: TEXT.encode(encoding, errors))
DATA = b"a\xc3\xa9\xff"
for encoding in "idna", "punycode":
    for errors in "strict", "ignore", "replace", "surrogateescape", "backslashreplace":
        print(encoding, errors, end=" ")
        show(lambda: DATA.decode(encoding, errors))
codecs.register_error("odd", lambda e: (b"abc", e.end))
show(lambda: "a\udc80".encode("utf-16-le", "odd"))
show(lambda: "a\udc80".encode("utf-8", "odd"))
show(lambda: codecs.decode("616263", "hex"))
show(lambda: codecs.decode("é", "hex"))
show(lambda: codecs.decode(b"zz", "hex"))
show(lambda: codecs.encode("abc", "hex"))
show(lambda: codecs.encode(b"abc", "hex", "ignore"))
show(lambda: codecs.encode(b"abc", "base64", "replace"))
show(lambda: codecs.decode(5, "utf-8"))
show(lambda: codecs.encode("é", "ascii"))
for s in "1__0", "_1", "1_", "1_0j", "x_":
    show(lambda: complex(s))
show(lambda: codecs.encode("x", 5))
show(lambda: codecs.decode(b"x", "ascii", 5))
