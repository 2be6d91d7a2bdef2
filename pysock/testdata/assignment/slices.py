l = list(range(6))
l[1:3] = ["a", "b", "c"]
print(l)
l[2:2] = [None]
print(l)
l[:0] = "xy"
print(l)
l[len(l):] = (1, 2)
print(l)
l[-2:] = []
print(l)
l[::2] = range(len(l[::2]))
print(l)
l[::-1] = l[:]
print(l)
l[5:2] = ["between"]
print(l)
l[100:] = ["end"]
print(l)
l[1:3] = l
print(l)
l = [1, 2, 3]
l[:] = (x * 2 for x in l)
print(l)
l[0:2] += [7]
print(l)
l[True] = "true"
print(l)
l[slice(0, 2)] = "z"
print(l)
print("abcdef"[1:-1], "abcdef"[::-1], "abcdef"[10:], "abcdef"[-100:2], "abc"[2:1], "abcdef"[4:0:-2])
print((1, 2, 3)[::2], (1, 2, 3)[-1:], [1, 2, 3][None:None:None])
n = None
print("abc"[n:2], "abcdef"[n:n:2], "abc"[0:99999999999999999999])
i = 1
print("abc"[i:], "abc"[:i], "abc"[i], "abc"[-i], "abc"[True])
print(slice(1, 2, 3), slice(None))
l[::2] = [1]
# ---
l = [1, 2, 3]
l[0:2] = 5
# ---
l = [1, 2, 3]
l[5] = 1
# ---
l = [1]
l["x"] = 1
# ---
t = (1, 2)
t[0] = 1
# ---
s = "abc"
s[0] = "x"
# ---
s = "abc"
s[0:1] = "x"
# ---
n = 5
n[0] = 1
# ---
n = 5
n[0]
# ---
None["x"]
# ---
[1, 2]["a"]
# ---
[1, 2][5]
# ---
(1, 2)[5]
# ---
"ab"[5]
# ---
"ab"["x"]
# ---
{}["x"]
# ---
{}[[]]
# ---
[1][1.0]
# ---
[1, 2, 3][::0]
# ---
[1, 2]["a":]
# ---
i = 7
x = [1, 2]
x[i]
# ---
len[0]
# ---
d = {}
d[[]] = 1
