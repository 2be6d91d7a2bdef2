# Fractions: parsed, computed with, compared, rounded.
from __future__ import print_function, division
import copy
import math
from fractions import Fraction as F

for text in '3', '-3/4', ' 7/3 ', '1.25', '1e3', '-.5', '2.', '1.5e-2', '+1/2', '3/-4', '1 /2', '', '.', 'e5', '1/0', '1.2/3', 'nan':
    try:
        print(repr(F(text)), F(text))
    except (ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
for args in (6, -4), (6, 4), (0, -3), (F(1, 2), F(3, 4)), (0.75,), (F(1, 3),), (1.1,), (1, 2.0), (1j,), ([],):
    try:
        print(repr(F(*args)))
    except TypeError as e:
        print('TypeError')
a, b = F(3, 4), F(-2, 5)
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** 2, a ** -2, b ** 3, b ** -3, a ** 0.5, 2 ** a, a ** b == float(a) ** float(b))
print(1 + a, a + 1, 2 - a, 3 * a, 1 / a, 5 // a, 5 % a, a + 0.25, 0.5 * a, a + 1j, divmod(F(7, 2), F(2, 3)), -a, +b, abs(b))
print(a == 0.75, a == F('0.75'), a != 1, F(2) == 2, a < 1, a > 0.7, b <= a, sorted([a, b, 0, 0.5]), hash(F(2)) == hash(2), hash(F(1, 2)) == hash(0.5))
print(math.floor(F(-7, 2)), math.ceil(F(-7, 2)), int(F(-7, 2)), float(F(1, 3)), bool(F(0)), math.trunc(F(7, 2)))
print(F(math.pi).limit_denominator(10), F(math.pi).limit_denominator(1000), F('3.1415926535897932').limit_denominator(1000), F(4, 3).limit_denominator(5))
print(F.from_float(0.125), copy.copy(a) is a, copy.deepcopy(a), sum([F(1, n) for n in range(1, 6)]), a.numerator, a.denominator)
print(sum(F(1, 2) for _ in range(4)) == 2, max(a, b), F(10 ** 20, 3 * 10 ** 19), float(F(10 ** 400, 3 * 10 ** 400)))
for f in (lambda: a + 'x', lambda: a < 'x', lambda: a / 0, lambda: F(float('nan')), lambda: F(1, 0)):
    try:
        print(f())
    except (TypeError, ZeroDivisionError, ValueError) as e:
        print(type(e).__name__)
