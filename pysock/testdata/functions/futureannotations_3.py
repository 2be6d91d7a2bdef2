# Annotations are kept as text under this import.
from __future__ import annotations
def f(a: int, b: "quoted" = 2, *args: undefined[1:2, ...], c: lambda x: x + 1, **kw: {1: (2,)}) -> not_there.at_all:
    y: nowhere = 1
    return y
for k, v in f.__annotations__.items():
    print(k, v)
class C:
    x: Undefined
    y: List["C"] = 1
    z: int | None
    w: a if b else c
    def m(self: C) -> C: pass
print(C.__annotations__, C.m.__annotations__)
v: not x and y or z
print(__annotations__)
