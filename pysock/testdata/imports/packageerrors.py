import _pkg
from _pkg import nothing
