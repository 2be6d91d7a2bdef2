"""python -m unittest"""

import sys

if sys.argv[0].endswith("__main__.py") or sys.argv[0].startswith("<"):
    sys.argv[0] = "python -m unittest"

__unittest = True

from .main import main, TestProgram, _as_command

_as_command(TestProgram)
main(module=None)
