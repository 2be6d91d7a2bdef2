import sys
print()
print(1, "two", 3.0, None, [1, 'a', b'b'])
print(1, 2, sep="-", end="!\n")
print("a", "b", sep="")
print("a", "b", sep=None, end=None)
print("to stderr", file=sys.stderr)
print("x", file=None)
print(*[1, 2, 3], sep="\n")
print("flush", flush=True)
print(print)
print(end="")
print("", "", sep="|")
p = print
p("alias")
print(print("inner"))
print("é ü 漢", ascii("é"))
print(repr("é\n\x00\x7f\xa0"), "\t|")
print("a", "b", sep=1)
# ---
print("a", end=2)
# ---
print("a", nope=2)
# ---
print("a", file=5)
# ---
print >>sys.stderr, "x"
