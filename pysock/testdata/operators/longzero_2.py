# What was a long stays one, whatever the function that made it.
import math
import struct

print repr(math.factorial(22) * 0), repr(math.factorial(20) * 0)
print repr(math.trunc(1e30) * 0), repr(math.trunc(1e3) * 0)
print repr(int('9' * 30) * 0), repr(int(1e30) * 0), repr(pow(10, 20) * 0)
print repr(struct.unpack('=Q', '\xff' * 8)[0] * 0), repr(struct.unpack('=q', '\xff' * 8)[0] * 0)
print repr((1e30).__trunc__() * 0), repr((1e30).__int__() * 0), repr((1e3).__int__() * 0), repr((5L).__int__() * 0)
