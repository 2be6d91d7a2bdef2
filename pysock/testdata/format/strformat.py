print("{} {}".format(1, 2))
print("{0} {1} {0}".format("a", "b"))
print("{a} {b}".format(a=1, b=2))
print("{:>5}|{:<5}|{:^5}|{:*^7}".format(1, 2, 3, 4))
print("{0[0]} {0[1]} {d[k]}".format([1, 2], d={"k": "v"}))
print("{!r} {!s}".format("a", "b"))
print("{:.2f} {:5.1f} {:e}".format(1.234, 5.678, 12345.0))
print("{:d} {:x} {:b} {:o} {:c}".format(10, 255, 5, 8, 65))
print("{{}} {}".format(1))
print("{:{w}}|{:{}}|".format(1, 2, 5, w=4))
print("{:,}".format(1234567))
print(format(3.14159, ".2f"), format(5, "04d"), format("x", ">3"), format(7))
print("{:+} {: } {:+.1f}".format(1, 2, 3.0))
print("{:s} {:10s}|".format("a", "b"))
print("{:%}".format(0.25))
print("{}".format([1, 'a']), "{}".format(None), "{}".format(True))
print("{} {}".format(1))
# ---
print("{a}".format(b=1))
# ---
print("{:d}".format("x"))
# ---
print("{".format())
# ---
print("}".format())
# ---
print("{0} {}".format(1, 2))
