# What a hook without an error result failed with (truth, iteration) is the same
# exception behind handlers that don't match, and behind __exit__.
class Bad(object):
    def __iter__(self):
        return self
    def __next__(self):
        raise AttributeError('x')
    next = __next__
    def __bool__(self):
        raise AttributeError('y')
    __nonzero__ = __bool__

class Manager(object):
    def __enter__(self):
        return self
    def __exit__(self, *args):
        print(args[0].__name__)
        return Bad()

def loop():
    try:
        for i in Bad():
            print(i)
    except TypeError:
        print('wrong')

def truth():
    try:
        if Bad():
            print('wrong')
    except TypeError:
        print('wrong')
    finally:
        print('finally')

def leave():
    with Manager():
        raise KeyError('z')

for f in loop, truth, leave:
    try:
        f()
    except AttributeError as e:
        print(repr(e.args))

# A class that loses its __next__ while it is stepped.
class Once(object):
    def __iter__(self):
        return self
    def __next__(self):
        del Once.__next__
        del Once.next
        return 1
    next = __next__

try:
    for i in Once():
        print(i)
except TypeError as e:
    print('TypeError')

# the same exception object goes on
def again():
    try:
        {}['k']
    except TypeError:
        pass

try:
    again()
except KeyError as e:
    print(e.args)
try:
    try:
        try:
            1 // 0
        finally:
            print('a')
    finally:
        print('b')
except ZeroDivisionError as e:
    print(e)

def uncaught():
    try:
        [][1]
    except TypeError:
        pass
uncaught()
