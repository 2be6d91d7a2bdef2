# Prints the names of each built-in type's attributes, a type a line, without
# those that object or BaseException has; and first those of the built-ins.
import sys


def generator():
    yield


class Class(object):
    def method(self):
        pass


class Old:
    pass


both = """object() type bool int float complex str bytearray list tuple dict set frozenset slice enumerate reversed
memoryview property classmethod staticmethod super None NotImplemented Ellipsis len [].append str.join str.__len__
"".__len__ dict.__dict__["fromkeys"] Class.__dict__["__dict__"] generator generator() Class().method Class Class()
generator.__code__ iter([]) iter(()) iter({}) iter(set()) iter(bytearray()) reversed([]) reversed(()) iter(len,0)"""

only2 = """unicode long basestring xrange buffer file iter(xrange(1)) {}.iterkeys() {}.itervalues() {}.iteritems()
{}.viewkeys() {}.viewvalues() {}.viewitems() iter("") Class.method Old Old() Class.__dict__ int.real"""

only3 = """range bytes zip map filter iter(range(1)) iter("") iter("\\xe9") iter(b"") {}.keys() {}.values()
{}.items() iter({}.keys()) iter({}.values()) iter({}.items()) reversed({}) reversed({}.values())
reversed({}.items()) type.__dict__ list[int] int|str range(1) int.real"""

if sys.version_info[0] == 2:
    import __builtin__ as builtins
    expressions = both + " " + only2
else:
    import builtins
    expressions = both + " " + only3


def names(value):
    """The names that dir tells of and that are there."""
    found = set()
    for name in dir(value):
        try:
            getattr(value, name)
            found.add(name)
        except AttributeError:
            if name in ("__abstractmethods__", "__annotations__"):
                found.add(name)
    return found


def show(label, value, base):
    has, below = names(value), names(base)
    lacks = ["-" + name for name in below - has]
    sys.stdout.write(" ".join([label + ":"] + sorted(has - below) + sorted(lacks)) + "\n")


sys.stdout.write("builtins: " + " ".join(sorted(names(builtins))) + "\n")
sys.stdout.write("object: " + " ".join(sorted(names(object))) + "\n")
for name in expressions.split():
    try:
        value = eval(name)
    except Exception as e:
        sys.stdout.write("%s: %r\n" % (name, e))
        continue
    show(name, value, object)
for name in sorted(dir(builtins)):
    value = getattr(builtins, name)
    if isinstance(value, type) and issubclass(value, BaseException) and value.__name__ == name:
        show(name, value, BaseException if value is not BaseException else object)
