# coding: utf-8
print(1 in [1, 2], 3 not in [1, 2], "a" in "abc", "" in "abc", "abc" in "ab", "bc" in "abc")
print("k" in {"k": 1}, 1 in {"k": 1}, (1, 2) in [(1, 2)], [1] in [[1]], 1.0 in [1], True in {1: 2})
print(2 in range(5), 5 in range(5), 2.0 in range(5), "a" in ("a",), None in [None])
print(1 in set([1]), "x" not in "abc", not 1 in [2])
l = []
print(l is l, l is [], l == [], l is not [], None is None, 1 is not None)
x = y = 5
print(x is y, "a" is not None, [] is not (), True is True, (1 == 1) is True)
print(any(x is None for x in [1, None]))
# NaN is found in no list
n = float("nan")
print(n == n, n != n)
print("é" in "né")
print(1 in 5)
# ---
print(1 in "abc")
# ---
print([] in {})
# ---
print([] in {1: 2})
# ---
1 in None
# ---
x = 5
"a" in x
# ---
[] in set([1])
