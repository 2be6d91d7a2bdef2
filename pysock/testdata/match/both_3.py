# values that are sequences and mappings at once
def seq_first(x):
    match x:
        case [*_]: return "seq"
        case {}: return "map"
def map_first(x):
    match x:
        case {}: return "map"
        case [*_]: return "seq"
class C: pass
class L(list): pass
class D(dict): pass
class CL(C, list): pass
class CD(C, dict): pass
for x in (L(), D(), CL(), CD(), C(), "s", b"", range(0), {}.keys(), memoryview(b"")):
    print(type(x).__name__, seq_first(x), map_first(x))
