b = b"hello\xff\x00"
print(b[0], b[-1], b[1:3], b[::-1], len(b), b[0:1] == b"h", list(b[:2]))
print(b"a" + b"b", b"ab" * 2, b"a" in b"abc", 97 in b"abc", b"abc" == "abc")
print([x for x in b"ab"], tuple(b"ab"), bytes([1, 2, 255]), bytes(3), bytes("é", "utf-8"))
print(b"%d %s" % (5, b"x"), b"a,b".split(b","), b"".join([b"a", b"b"]), b"abc".upper(), b"abc".find(b"c"))
print(b"abc".decode(), "abc".encode("ascii"), b"\xe9".decode("latin-1"), str(b"x"), repr(b'"\''))
print(b"abc" < b"abd", sorted([b"b", b"a"]), {b"k": 1}[b"k"], hash(b"a") == hash(b"a"))
print(b"abc".startswith(b"ab"), b" x ".strip(), b"abc".replace(b"b", b"-"), b"ff".hex(), bytes.fromhex("6162"))
for x in b"ab": print(x)
a, b2, *c = b"wxyz"
print(a, b2, c)
print(int(b"12"), float(b"1.5"), bytearray(b"ab"), bytearray(b"ab")[0])
i = 1
print(b"abc"[i], b"abc"[i:], "abc"[i], b"abc"[-1])
print(f"{b'x'}", "%s" % b"x", "{}".format(b"x"))
b"abc" + "def"
# ---
"a" + b"b"
# ---
b = b"abc"
b[0] = 1
# ---
b"a".join(["b"])
# ---
b"%s" % "x"
# ---
b"abc"["a"]
# ---
"abc".encode("ascii").decode(5)
# ---
"é".encode("ascii")
# ---
b"\xff".decode()
# ---
b"a" in "abc"
# ---
"a" in b"abc"
# ---
bytes("abc")
# ---
b"abc"[5]
