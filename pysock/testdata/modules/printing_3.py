import pprint
pprint.pprint(list(range(50)), compact=True)
pprint.pprint({"b":1,"a":2, 1:3}, sort_dicts=False)
pprint.pp({"b":1,"a":2})
pprint.pprint(bytearray(range(100)))
pprint.pprint(bytes(range(256)))
pprint.pprint({"k"*10: "word " * 40, "z": [b"abc" * 40]})
pprint.pprint([1000000, 123456789], underscore_numbers=True)
pprint.pprint({1: "a", "b": 2, None: 3, (1,): 4})
class A:
    def __repr__(self): return "A" * 100
pprint.pprint([A(), A()])
try: pprint.pprint(1, width=0)
except ValueError as e: print(e)
