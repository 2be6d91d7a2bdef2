import textwrap
seed = 7
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n
alpha = "abcdefgh-----  .,!1 \t\n\"'"
for i in range(150):
    t = "".join([alpha[rnd(len(alpha))] for _ in range(rnd(80))])
    w = 1 + rnd(20)
    print(repr(t), textwrap.wrap(t, w), textwrap.wrap(t, w, break_on_hyphens=False), textwrap.wrap(t, w, break_long_words=False, fix_sentence_endings=True, initial_indent="* ", subsequent_indent="  "))
    print(repr(textwrap.dedent(t)), textwrap.wrap(t, w, drop_whitespace=False, expand_tabs=False), textwrap.wrap(t, w, replace_whitespace=False))
print(textwrap.dedent("  a\n   b\n\n \n  c"))
