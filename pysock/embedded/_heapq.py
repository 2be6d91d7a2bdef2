"""What CPython has in C of module heapq."""

from heapq import *
