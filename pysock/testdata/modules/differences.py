import difflib
seed = 12345
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n
def word(): return "".join(["abcde \t"[rnd(7)] for _ in range(rnd(12))])
def lines():
    return [word() + "\n" for _ in range(rnd(8))]
def mutate(ls):
    out = []
    for l in ls:
        k = rnd(6)
        if k == 0: continue
        if k == 1: l = l[:rnd(len(l))] + "xyz"[rnd(3)] + l[rnd(len(l)):]
        if k == 2: out.append(word() + "\n")
        out.append(l)
    return out
for i in range(60):
    a = lines(); b = mutate(a)
    print("".join(difflib.ndiff(a, b)))
    print("".join(difflib.unified_diff(a, b, "f", "t", n=1)))
    print("".join(difflib.context_diff(a, b, "f", "t", "d1", "d2")))
    print(difflib.SequenceMatcher(None, "".join(a), "".join(b)).ratio())
print("".join(difflib.ndiff([str(i)+"\n" for i in range(50)], [str(i)+"\n" for i in range(1, 51)])))
a = [str(i) for i in range(100)]; b = [str(i) for i in range(1, 101)]
print("\n".join(difflib.ndiff(a, b)))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]))
s = difflib.SequenceMatcher(None, "qabxcd", "abycdf")
print(s.get_opcodes(), s.get_matching_blocks(), s.find_longest_match(0, 6, 0, 6), s.quick_ratio(), s.real_quick_ratio())
s = difflib.SequenceMatcher(None, "ab" * 150, "abc" * 100)
print(s.ratio(), s.get_opcodes()[:3])
print("".join(difflib.restore(difflib.ndiff(["a\n","b\n"], ["a\n","c\n"]), 2)))
