s = "héllo wörld 漢字 😀"
print(s, len(s))
print(s[1], s[-1], s[6:11], s[::-1])
for c in "é😀": print(c, len(c), repr(c))
print("\u00e9" == "é", "\N{LATIN SMALL LETTER E}", "\U0001f600", "\x41\101")
print(repr("\u200b\xad\u0378\ud800"), ascii(s))
print(s.upper(), "é" in s, s.find("w"), s.split())
print("é" < "f", "é" > "z", "é" + "a", "é" * 3, ["é"])
print(b"abc", b"\xff\x00'", b"it's", list(b"ab"), b"abc"[0], b"abc"[0:1], len(b"\xc3\xa9"))
print("é".encode(), "é".encode("latin-1"), b"\xc3\xa9".decode())
print("a" "b" 'c', b"a" b"b", r"\n", R"\x", br"\n", rb"\t", "a\
b")
print("""multi
line""", '''a'b"c''')
print("a" == b"a", {"a": 1, b"a": 2}, "a" != b"a")
print({"é": 1}["é"], "é" in {"é"}, hash("é") == hash("\u00e9"))
for b in b"hi": print(b)
print("%s|%5s|%-5s|%r" % ("é", "é", "é", "é"), "{:>4}".format("é"))
print(min("é", "z"), sorted("zéa"))
print("\N{DIGIT ONE}", "x\0y" == "x\x00y", len("\0"))
s = "é"
s += "ö"
print(s, s[0], s[1], s[-2])
é = "identifier"
print(é)
def Straße(ñ=1, *, ß=2): return ñ, ß
print(Straße(ß=3), Straße(ñ=5))
a, é = 1, 2
print(a + é)
print("é" + b"x")
