# Which operand's method a comparison asks, in what order, and each but once.
import operator

calls = []


def make(name, bases=(), **answers):
    def method(key, answer):
        def f(self, other):
            calls.append(name + '.' + key)
            return answer
        return f
    return type(name, bases, {'__%s__' % k: method(k, v) for k, v in answers.items()})


No = NotImplemented
A = make('A', eq=No)
B = make('B', (A,), eq=No, ne=No, lt=No, gt=No)
C = make('C', ne=No)
S = make('S', (str,), eq=True)
L = make('L', (list,), eq=No)
I = make('I', (int,), lt=No, eq=No)
values = [A(), B(), C(), S('a'), L(), I(3), 3, 'a', [], None]
for x in values:
    for y in values:
        for op in ('eq', 'ne', 'lt'):
            del calls[:]
            try:
                answer = getattr(operator, op)(x, y)
            except TypeError:
                answer = 'TypeError'
            print(type(x).__name__, op, type(y).__name__, answer, *calls)
