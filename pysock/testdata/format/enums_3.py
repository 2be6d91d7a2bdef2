# Members of enums with a __str__ of their own are formatted by it.
import enum


class N(enum.IntEnum):
    FIRST = 1

    def __str__(self):
        return self.name


class S(enum.StrEnum):
    A = "a"

    def __str__(self):
        return "x" + self.value


print(f"{N.FIRST}", "{}".format(N.FIRST), format(N.FIRST, ">7"), "%s %d" % (N.FIRST, N.FIRST), f"{S.A}", f"{S.A:4}|")
