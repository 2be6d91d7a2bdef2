import _pkg.sub
_pkg.sub.fail()
