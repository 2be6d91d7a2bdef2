# differs: complex numbers are ordered by their type
print 1j < 2
