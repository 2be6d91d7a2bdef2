# coding: utf-8
print(len(u"é😀") >= 2, repr(u"é"))
