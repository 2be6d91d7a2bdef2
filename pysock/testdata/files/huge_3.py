# What is asked for may be far more than there is: it comes, without room made
# for the rest.
import io, os
name = "_scratch_huge"
with io.open(name, "wb") as f:
    f.write(b"abc\n" * 10)
try:
    for n in (1 << 31, 1 << 32):
        for m in "read", "read1", "readline", "peek":
            f = io.open(name, "rb")
            print(m, n, len(getattr(f, m)(n)))
            f.close()
        f = io.open(name, "rb")
        f.read(3)
        print(len(f.read(n)), f.read(n))
        f.close()
        for m in "read", "readline":
            for mode, buffering in ("rb", 0), ("r", -1), ("r+b", -1):
                f = io.open(name, mode, buffering)
                print(m, mode, n, len(getattr(f, m)(n)))
                f.close()
    for m in "read", "read1", "readline", "peek":
        f = io.open(name, "rb")
        try:
            print(len(getattr(f, m)(1 << 63)))
        except OverflowError as e:
            print(m, e)
        f.close()
finally:
    os.remove(name)
