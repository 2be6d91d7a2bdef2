# Arithmetic across types.
vals = [0, 1, True, -2, 2.5, 1e20, 2**40]
for a in vals:
    for b in vals:
        print(a, b, a + b, a - b, a * b, a == b, a < b, a >= b)
for a in [7, -7, 7.5, True]:
    for b in [2, -2, 2.0, True]:
        print(a, b, a // b, a % b, divmod(a, b))
for a in [6, True, -1, 2**40]:
    for b in [3, False, 5]:
        print(a, b, a & b, a | b, a ^ b, a << b, a >> b)
for a in [2, -2, 2.0, True, 0.5]:
    for b in [0, 3, 0.5 if a > 0 else 2, True]:
        print(a, b, a ** b)
print("ab" * 2, 2 * "ab", [1] * 2, (1,) * True, "a" + "b", [1] + [2], (1,) + (2,))
print(1 < 2.0 < True + 2, 3 == 3.0 == 3 + 0j)
print([1, 2] == [1.0, 2.0], (1, True) == (True, 1), {1: "a"} == {True: "a"})
print(min(1, 2.0, True), max(0, False, 0.0), sum([1, 2.5, True]))
print(int(2.9), int(-2.9), float(3), complex(1, 2), bool(0.0), int("12"), float("1.5"), int("ff", 16))
print(round(2.567, 2), abs(-2.5), abs(-10**20), pow(2, 3), pow(2, 3, 5))
print(hash(1) == hash(1.0) == hash(True), hash(10**20) == hash(1e20))
