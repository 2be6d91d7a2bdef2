print(1 < 2.5, "a" < "b", [1] < [1, 2], (1, 2) < (1, 3), b"a" < b"b", {1} < {1, 2})
print(1 == "1", None == 0, [] == (), {} == [], 1 == None, "a" == b"a")
print([1, "a"] == [1, "a"], [1] != [1.0], {1: 2} == {1.0: 2.0}, (1,) == [1])
print(sorted([3, 1.5, True]), max(1, 2.0, True), min("b", "a"))
print([1, "a"] < [2, 3], (1, "a") < (2,), [1, 2] < [1])
print(float("nan") == float("nan"), float("nan") < 1)
print(range(3) == range(0, 3), range(0) == range(2, 2))
print({"a": [1]} == {"a": [1]}, {1, 2} == {2, 1}, frozenset([1]) == {1})
print(None < 0)
# ---
"a" < 1
# ---
[] < ()
# ---
{} < {}
# ---
[1] < [None]
# ---
sorted([1, "a"])
# ---
max(1, "a")
# ---
1j < 2
# ---
b"a" < "a"
# ---
{1} < [1]
# ---
def f(): pass
f >= f
# ---
1 < None
# ---
x = "5"
if x > 3: print("no")
