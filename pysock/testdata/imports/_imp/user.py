import neighbour
from neighbour import where as w
import string
string_where = string.__name__
from . import neighbour as n2
print n2 is neighbour, w, __name__
import sys
print sys.__name__
