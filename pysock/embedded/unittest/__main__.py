"""python -m unittest"""

import sys

sys.argv[0] = "python -m unittest"
if sys.version_info[0] > 2:
    sys.argv[0] = "%s -m unittest" % sys.executable.replace("\\", "/").split("/")[-1]

__unittest = True

from .main import main, TestProgram, _as_command

_as_command(TestProgram)
main(module=None)
