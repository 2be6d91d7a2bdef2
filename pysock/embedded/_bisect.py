"""What CPython has in C of module bisect."""

from bisect import *
