# -*- coding: utf-8 -*-
s = "h\xc3\xa9"
print len(s), repr(s[1]), s[1:] == "é", [c for c in "ab"]
print s.decode("utf-8") == u"h\xe9", repr(s.decode("latin-1")), repr(u"\xe9".encode("utf-8"))
print "a" + u"b" == "ab", repr("a" + u"b"), repr(u"a" * 2), repr("ab".upper() + u"c".upper())
print isinstance(u"a" + "b", unicode), isinstance("a", unicode), type("a" "b")
print "abc".encode("hex"), "616263".decode("hex"), repr("a".encode("base64")), repr("abc".encode("rot13"))
print repr(str(u"a")), repr(unicode("a")), repr(u"%d" % 5), repr("%s" % u"\xe9")
print u"a" in "abc", "a" in u"abc", u"abc".find("b"), "abc".replace("b", u"x")
print repr("-".join([u"a", "b"])), repr(u"-".join(["a", "b"])), ["x", u"x"], {u"a": "b"}
print sorted(["b", u"a", "c"]), cmp("a", u"a"), "a" < u"b", {"a": 1}[u"a"], u"a" in {"a": 1}
print bytearray("ab"), repr(bytearray("ab")), bytearray("ab")[0], ord("a"), chr(200) == "\xc8", unichr(233) == u"é"
for c in u"é": print repr(c)
print repr("é"[0]), repr(u"é"[0]), len(u"é"), len("é")
print str("é"), u"abc", repr(u"tab\t"), `"it's"`
print "%s" % "é", "é" + "ü", "é" in "éü"
print "é" == "é", u"é" == u"\xe9", "a" == u"a"
print unicode("é", "utf-8") == u"é"
unicode("é")
# ---
str(u"\xe9")
# ---
u"\xe9" + "\xe9"
# ---
u"\xe9".encode("ascii")
# ---
"abc"[u"x"]
# ---
"a" + 1
# ---
u"a" + 1
# ---
1 + u"a"
# ---
print u"\xe9"
