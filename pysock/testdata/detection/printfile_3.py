import sys
print("a", file=sys.stdout)
print(1 / 2, "b", sep="-")
