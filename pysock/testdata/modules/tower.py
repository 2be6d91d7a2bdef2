import numbers
for x in 1, 1.5, 2j, True, "a", None:
    print([isinstance(x, getattr(numbers, n)) for n in numbers.__all__])
class R(numbers.Number): pass
print(isinstance(R(), numbers.Number), issubclass(int, numbers.Rational), issubclass(float, numbers.Integral))
try: numbers.Complex()
except TypeError as e: print("no")
print(sorted(numbers.Integral.__abstractmethods__))
