# A sign before a number is part of it; before parentheses it is an operator.
print -2j, -(2j), - 2j, -(-2j), -0j, -(0j), -(1 + 2j), -((2j))
print repr(-9223372036854775808), repr(-(9223372036854775808)), repr(-(5)), repr(-5)
print -0.0, -(0.0), repr(-(5L)), -(True)
