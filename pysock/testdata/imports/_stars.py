a = 1
b = "bee"
C = [3]
_p = "private"
import sys
