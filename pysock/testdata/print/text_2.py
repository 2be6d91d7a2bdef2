# -*- coding: utf-8 -*-
s = "é"
print len(s), repr(s), s
u = u"é"
print len(u), repr(u), u.encode("utf-8")
for c in s: print repr(c),
print
print s[0], ord(s[0]) if 0 else repr(s[0])
print u"a" == "a", "a" == u"a", {u"a": 1}["a"], hash(u"a") == hash("a")
print [u"é", "é"], (u"a",), {"k": u"v"}
print repr(u"\u1234\n\x00\U0001f600"), repr("\xff\n"), ur"\n\u0041", ur"\\", r"\x"
print u"a" + "b", "a" + u"b", "a" "b", u"a" "b", "a" u"b"
print type(u"a" + "b"), type("a" + "b"), type("%s" % u"x")
print u"%s" % "x", repr("%s" % u"x"), repr("%s %s" % ("a", u"b"))
print "a" in u"abc", u"a" in "abc"
print `u"x"`, `"x"`
print str(u"abc"), unicode("abc"), repr(unicode("abc"))
print b"abc", b"a" == "a", bytes is str
print isinstance("a", basestring), isinstance(u"a", basestring)
print "abc" < u"abd", cmp("a", u"a")
print u"é".encode("latin-1") == "\xe9"
print unichr(233).encode("utf-8"), repr(unichr(65))
print u"\N{LATIN SMALL LETTER A}"
print u"é" + "é"
