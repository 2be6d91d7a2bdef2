from __future__ import print_function, division, absolute_import
from __future__ import unicode_literals as ul
import __future__
print(1 / 2, type("a").__name__, type(b"a").__name__, repr("x"))
print(ul is not None, print)
