import _pkg.sub
_pkg.deep
