print 7 / 2, -7 / 2, 7 / -2, 7.0 / 2, 7 / 2.0, True / 2
print 1 / 3 * 3, 10**20 / 3, 2**64 / 2**63
x = 9
x /= 2
print x, 7 // 2, 7.5 // 2
print 2L / 3, 7L / 2, 7L // 2, 7L % 4, -7L / 2
print 1 / 2.
print 5 % 3, -5 % 3, divmod(-5, 3)
print 4 / 2 is 2
print 1 / 0
# ---
print 1 % 0
# ---
print 1.0 / 0
# ---
print 1 // 0.0
# ---
print 2 ** -1, 0 ** -1
# ---
print 10**30 / 0
# ---
from __future__ import division
print 7 / 2, -7 / 2, 7 // 2, 4 / 2, 1 / 3
x = 9
x /= 2
print x, 10**20 / 3
print 1 / 0
