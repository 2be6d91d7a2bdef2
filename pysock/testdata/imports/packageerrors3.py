import _pkg.nothing
