import _pkg.sub
print(_pkg.sub.nope)
