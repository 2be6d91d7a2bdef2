import socket, sys
class Chat:
    """old"""
    count = 0
    def __init__(self, name):
        self.name = name
        Chat.count += 1
    def __repr__(self):
        return "<Chat %s>" % self.name
    def __cmp__(self, o):
        return cmp(self.name, o.name)
class New(object):
    def __nonzero__(self): return False
    def next(self): raise StopIteration
    def __iter__(self): return self
    def __unicode__(self): return u"uni"
a, b = Chat("a"), Chat("b")
print a, a < b, sorted([b, a]), Chat.count, Chat, bool(New()), list(New())
try:
    raise ValueError, "old style"
except ValueError, e:
    print "caught", e, repr(e)
try:
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.connect(("127.0.0.1", 1))
except socket.error, msg:
    print "err", msg, msg[0], msg.args
    print 'Failed. Error code: ' + str(msg[0]) + ' , Error message : ' + msg[1]
except:
    print "other"
try:
    try:
        1/0
    finally:
        print "fin"
except ZeroDivisionError, (e):
    print e, sys.exc_info()[0]
def g():
    yield 1
    yield 2
print g().next(), [x for x in g()], sum(x for x in g())
try:
    {}["k"]
except (KeyError, IndexError), e:
    print "key", e
class E(Exception):
    def __init__(self, v): self.v = v
    def __str__(self): return repr(self.v)
try:
    raise E(3)
except E as x:
    print x, x.v
print isinstance(a, Chat), type(a), a.__class__.__name__, New.__mro__
raise E("boom")
