# -*- coding: utf-8 -*-
# Source that is a str is read as Latin-1, unless it declares an encoding; bytes
# that a declared encoding doesn't know are kept in literals.
print repr(eval("u'é'")), repr(eval("'é'")), repr(eval(u"u'é'")), repr(eval(u"'é'"))
exec "# coding: utf-8\nprint repr(u'é'), repr('é')"
print repr(eval("u'\x93'")), repr(eval("'\x93'"))
exec "# coding: utf-8\nprint repr('\x93')"
try:
    exec "# coding: utf-8\nprint repr(u'a\x93')"
except SyntaxError, e:
    print e
try:
    eval("'a' é")
except SyntaxError, e:
    print e.lineno
