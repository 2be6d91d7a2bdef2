# Functions of Python 3's math only: their last digit.
import math

for x in [0.1, 0.3, 1.7, 3.0, 5.5, 9.9, 123.456]:
    print(math.log2(x), math.exp2(x), math.log1p(x), math.expm1(x))
    print(math.hypot(x, 2, 3.3), math.dist((x, 1), (2, 5.1)), math.log(x, 3))
print(math.log2(2 ** 100), math.log2(8), math.exp2(10), math.hypot(), math.hypot(float("inf"), float("nan")))
