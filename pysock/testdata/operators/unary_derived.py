class C1(set): pass
class C2(list): pass
class C3(str): pass
for c in C1, C2, C3, dict, set, list:
    for f in (lambda x: -x), (lambda x: +x), (lambda x: ~x):
        try: f(c())
        except TypeError as e: print(e)
for v in None, 1.5:
    for c in bytearray, bytes:
        try: print(repr(c(v)))
        except TypeError as e: print(e)
