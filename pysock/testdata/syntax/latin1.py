# -*- coding: latin-1 -*-
print(repr("é"), len("é"))
print(repr(u"é"))
