import fnmatch
seed = 7
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n
n = 0
out = []
for i in range(500):
    t = "".join(["ab-!^c."[rnd(7)] for _ in range(rnd(6))])
    p = "".join(["ab*?[]-!c.*"[rnd(11)] for _ in range(rnd(8))])
    try: r = fnmatch.fnmatch(t, p)
    except Exception as e: r = "err"
    out.append((t, p, r, fnmatch.translate(p)))
for o in out: print(o[:3])
print(fnmatch.filter(["a.py", "b.txt"], "*.py"))
