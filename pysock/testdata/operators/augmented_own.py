# An augmented assignment asks the in-place method, whatever the right operand.
class Counter(object):
    def __init__(self, n):
        self.n = n
    def __iadd__(self, k):
        self.n += k
        return self
    def __isub__(self, k):
        self.n -= k
        return self
    def __add__(self, k):
        return 'add'
    __radd__ = __add__

def local():
    x = y = Counter(1)
    x += 2
    x += 0.5
    x -= 1
    print(x is y, x.n)
local()
x = y = Counter(1)
x += 2
x -= 0x10
print(x is y, x.n)
z = [x]
z[0] += 10 ** 20
print(z[0] is y, x.n)

# ints at the ends of what fits a machine word
for n in 2 ** 62, -2 ** 62, 2 ** 31, True:
    a = b = n
    a += 1
    b -= 1
    print(a, b)
for bad in None, 'a', [], ():
    try:
        bad += 1
    except TypeError as e:
        print(e)
    try:
        bad -= 1
    except TypeError as e:
        print(e)
