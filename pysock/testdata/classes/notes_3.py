__annotations__[1] = 2
x: int = 5
print(__annotations__)
class M(type):
    __annotations__["z"] = 1
    y: str = ""
print(M.__annotations__)
class E:
    pass
print(E.__annotations__)
