"""Evaluates the expressions on standard input, one a line, with module time,
and prints the repr of each result or the exception."""
import sys
import time

for line in sys.stdin:
    try:
        print(repr(eval(line.strip())))
    except Exception as e:
        print("%s: %s" % (type(e).__name__, str(e).replace("\n", "\\n")))
