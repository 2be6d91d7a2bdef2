# -*- coding: utf-8 -*-
print "%s" % u"é" == u"é", repr("%s" % u"x"), repr("%d %s" % (1, u"y"))
print repr("%r" % u"é"), repr(u"%s" % "a"), repr(u"%r" % u"a")
print "%s %s" % ([u"a"], (1, 2L)), "%s" % 5L, "%d" % 5L, "%r" % 5L
print "%s" % 0.1, "%r" % 0.1, "%s" % 1e16, "%.3s" % 1.23456
print "%x %o %X" % (255L, 8L, 255), "%c%c" % (65, "b"), repr("%c" % 200)
print "%5s|%-5s|" % (u"a", None), "%s" % type(1), "%s" % int
print "%(k)s" % {u"k": 1}, u"%(k)s" % {"k": u"v"}
print "%i" % 3.7, "%d" % -3.7, "%s" % True, "%d" % True
print "{} {}".format(1, u"a"), repr("{}".format("b")), repr(u"{}".format("b"))
print repr("%s" % "é"), len("%s" % "é"), len(u"%s" % u"é")
print "%s" % ("é",)
print u"%s" % "é"
