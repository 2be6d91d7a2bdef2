# Constants that are equal but not the same.
print([0.0, -0.0])
print([0j, (-0j).real == 0])
# ---
# What derives from str and from numbers becomes a number by its own methods.
class Text(str):
    pass

class Answer(int):
    def __int__(self):
        return 42

class Word(str):
    def __float__(self):
        return 2.5

class Point(complex):
    pass

class AsComplex(object):
    def __complex__(self):
        return 3j

print([int(Text("100")), int(Text("100"), 16), float(Text("1.5")), complex(Text("1j"))])
print([int(Answer(7)), float(Word("x")), complex(Point(1 + 2j)), complex(AsComplex())])
print([float("-nan") != float("-nan"), complex("-nanj").real])
for f in int, float, complex:
    try:
        f([])
    except TypeError as e:
        print(e)
try:
    pow(1j, 2, 3)
except ValueError as e:
    print(e)
print([(2 ** 53 + 1) == complex(2 ** 53 + 1), 1j.__getnewargs__(), (1.0).__eq__(2)])
# ---
# What __iter__ returns must be an iterator.
class It(object):
    def __iter__(self):
        return self

for f in iter, list, enumerate:
    try:
        f(It())
    except TypeError as e:
        print(e)
# ---
print('abbbc'.rsplit('bb'))
print('aaaa'.rsplit('aa'))
