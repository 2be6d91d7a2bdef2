def f():
    m = [lambda: 1, lambda: undefined_]
    try: m[1]()
    except NameError as e: print(e)
    def g(x): raise x
    m = [lambda: g(1), lambda: undefined_]
    try: m[1]()
    except NameError as e: print(e)
    for q in m:
        try: q()
        except NameError as e: print(e)
        except TypeError as e: print(e)
f()
for n in (2**64-1, 2**64, 2**63, 2**63-1, -2**63, 2**62, 2**65-1, 2**128-1, -2**64+1, 2**61-1, 2**100+12345, 10**40, -10**40, 2**31, 2**32-1, 2**64-2, 2**90-1, 2**60, 2**120, 2**120-1):
    print(n, hash(n))
