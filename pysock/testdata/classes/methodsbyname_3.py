# Comparisons and other methods of built-in types, called by name.
print(range(5).__eq__(range(2)), slice(1).__eq__(slice(2)), slice(1).__lt__(slice(2)), memoryview(b'a').__eq__(b'a'), [].append.__eq__(len), len.__eq__(len))
print(range(5).__eq__(3), slice(1).__eq__(3), memoryview(b'a').__eq__(3), range(3).__lt__(range(2)), range(2).__ne__(range(2)))
print(list[len], list[print, 3])
def f(): pass
print(list[f], f.__get__(True), f.__get__(3), (lambda: (lambda: 0))().__get__(4))
class A:
    def m(self): pass
print(list[A.m], dict[f, A])
for a in ([1].__lt__, ['a']), ((1,).__gt__, ('a',)):
    try: print(a[0](a[1]))
    except TypeError as e: print(e)
print([1].__lt__([2]), [1].__lt__((2,)), {1:2}.__eq__({1:2}), {'a'} | {'a':1}.keys(), {'a': 1, 'b': 2}.keys() ^ 'bc' == {'a', 'c'})
