import sys
line = sys.stdin.readline()
print(repr(line))
for l in sys.stdin:
    print(repr(l))
print(repr(sys.stdin.read()))
