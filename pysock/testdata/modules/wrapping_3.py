import textwrap
print(textwrap.shorten("hello  world  foo", 12), textwrap.shorten("hello world", 11), textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\n", "+", lambda l: True))
for w in range(7, 30): print(textwrap.wrap("the quick brown fox jumps over", w, max_lines=2))
try: textwrap.wrap("a", 0)
except ValueError as e: print(e)
try: textwrap.shorten("a b", 3)
except ValueError as e: print(e)
import reprlib
r = reprlib.repr
print(r(list(range(100))), r("a"*100), r({i:i for i in range(9)}), r(10**100), r((1,)), r(set(range(9))), r([[[[[[[[1]]]]]]]]), r(frozenset({1})), r(set()))
class A:
    def __repr__(self): return "x" * 100
print(r(A()))
