# What a class body defines doesn't stand between its methods and a variable of
# the same name around the class.
def connect():
    return "global"

class C(object):
    def connect(self):
        return "method, " + connect()
    def both(self):
        return connect(), self.connect()
    def __private(self):
        return "private"
    def gen(self):
        yield connect()
c = C()
print(c.both())
print(list(c.gen()))
print(C.connect.__name__, c.connect.__name__, C.__dict__["_C__private"].__name__)

def outer():
    def helper():
        return "outer"
    class D(object):
        def helper(self):
            return "method"
        def call(self):
            return helper(), self.helper()
        alias = helper
    return D().call(), D().alias()
print(outer())
try:
    c.connect(1, 2)
except TypeError as e:
    print(e)
try:
    C.connect()
except TypeError as e:
    print("failed")

class Broken(object):
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def next(self):
        self.n += 1
        if self.n == 3:
            raise KeyError("from next")
        return self.n
    __next__ = next
try:
    try:
        for i in Broken():
            print(i)
    except ValueError:
        print("not this one")
except KeyError as e:
    print("KeyError %s" % e)

# a name that a function declares global is global in all of exec'd code
ns, local = {}, {}
exec("x = 1\ny = 2\ndef f():\n    global x\n    return x\nz = f()", ns, local)
print(sorted(k for k in ns if k != "__builtins__"), sorted(local))
