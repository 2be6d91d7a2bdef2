import _failing2
