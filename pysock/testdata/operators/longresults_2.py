# differs: a small result of a calculation with big integers is an int, not a long
print 2**63-1, -2**63, [2**64-2**64]
print 10**30 % 7, 2**64 & 1, 2**64 - 2**64, 2**64 >> 60, -(2**63)
