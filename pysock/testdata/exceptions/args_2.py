# An __init__ that doesn't call its base's leaves args empty.
class E(Exception):
    def __init__(self, a, b):
        self.a = a
class F(E):
    def __init__(self, a):
        E.__init__(self, a, 2)
        Exception.__init__(self, a)
for e in E(1, 2), F(3):
    print e.args, str(e), repr(e)
class N(object):
    def __nonzero__(self): raise ValueError("nonzero")
while not N(): pass
