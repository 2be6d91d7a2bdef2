# What derives from a built-in type and has a __str__ shows that where there is no
# specification, and its value where there is one.
class I(int):
    def __str__(self):
        return "x"


class J(I):
    __format__ = int.__format__


class K(str):
    def __str__(self):
        return "x"


class L(float):
    def __str__(self):
        return "x"

    def __format__(self, spec):
        return "<" + super(L, self).__format__(spec) + ">"


for v, spec in (I(3), "3"), (J(3), "3"), (K("3"), "3"), (L(3), "5"):
    print(format(v) + "|" + "{}".format(v) + "|" + format(v, spec) + "|" + ("{:" + spec + "}").format(v))
print(int.__format__(I(3), ""), str.__format__(K("3"), ">4"))
