s = "Hello, World"
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.capitalize())
print(s.find("o"), s.rfind("o"), s.index("W"), s.count("l"), s.find("zz"))
print(s.replace("l", "L"), s.replace("l", "L", 1), s.split(", "), s.split("o", 1), s.rsplit("o", 1))
print(s.startswith("Hell"), s.endswith(("x", "ld")), s.startswith("W", 7))
print("  x ".strip() + "|", "  x ".lstrip() + "|", "  x ".rstrip() + "|", "xxaxx".strip("x"))
print("-".join(["a", "b"]), "".join([]), "a b  c".split(), "a,b,,c".split(","), "a\nb\r\nc".splitlines())
print("abc".center(9, "*"), "abc".ljust(5) + "|", "abc".rjust(5), "42".zfill(5), "-42".zfill(5))
print("abc".isalpha(), "123".isdigit(), "a1".isalnum(), " ".isspace(), "A".isupper(), "a".islower(), "Ab".istitle())
print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("-"))
print("a\tb".expandtabs(4), "x".join("abc"), "%s" % "abc"[::-1])
print(s.upper().lower().title()[::-1].strip("d"))
m = s.upper
print(m(), getattr("abc", "upper")())
l = [3, 1, 2]
l.sort()
print(l, l.reverse(), l, l.index(1), l.count(2), l.pop(), l.insert(0, 9), l)
l.extend("ab"); l.append([1]); l.remove(9)
print(l, sorted([3, 1, 2], reverse=True), list(reversed([1, 2])))
d = {"a": 1}
print(d.get("a"), d.get("x"), d.get("x", 5), d.setdefault("b", 2), sorted(d.keys()), sorted(d.values()), d.pop("a"), d)
d.update({"c": 3}, z=4)
print(sorted(d.items()), "c" in d, len(d), d.copy() == d, d.clear(), d)
print(map, list(map(str, [1, 2])), list(filter(None, [0, 1])), list(zip([1, 2], "ab"))) if 0 else None
print(list(map(lambda x: x + 1, [1, 2])), list(filter(lambda x: x, [0, 1])), list(zip([1, 2], "ab")))
print(list(enumerate("ab", 1)), sum([1, 2]), min(3, 1), max([1, 5]), abs(-3), chr(65), ord("A"), hex(255), bin(5))
