def v(n):
    print("v(%s)" % n)
    return n
print(v(1) < v(2) < v(3))
print(v(3) < v(2) < v(1))
print(v(1) < v(3) > v(2) != v(5))
print(1 < 2 < 3 < 4, 1 < 3 < 2, 1 == 1 != 2, 3 > 2 >= 2 > 1)
print(1 in [1] == True, 1 is 1 is not None, "a" < "b" in "abc")
a, b, c = 1, 2, 3
print(a < b < c, a < c < b, a <= a < b)
print(not a < b < c, (a < b) < c, a < (b < c))
l = [1, 2, 3]
print(l[0] < l[1] < l[2], l[0] < l[2] < l[1])
print(0 <= v(5) <= 10, 0 <= v(50) <= 10)
def f(x):
    return 0 < x - 1 < 10
print(f(5), f(0), f(100))
print([x for x in range(10) if 2 < x + 1 < 6])
print(None is None is None, [] is not None is not 5)
print(1 < 2 and 2 < 3 or 5, [1] == [1] == [1])
def g():
    a = [5]
    def h(): return 1 < a[0] < 9
    return h()
print(g())
x = 1 < 2 < v(0)
print(x)
print((0 or 1) < (2 and 3) < 5)
print([] == [] < [1])
