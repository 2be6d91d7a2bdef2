name, n, pi = "World", 42, 3.14159
print(f"Hello {name}!", f"{n}", f"{n:5d}|{n:<5}|{n:^5}|{n:+}")
print(f"{pi:.2f} {pi:8.3f} {pi!r} {name!r:>10} {name!s:.2} {'é'!a}")
print(f"{n=} {n = } {n=:5} {name=!s} {n + 1=} { n =}")
print(f"{{}} {{{n}}} }}{{")
print(f"{'nested'} {f'{n}'}", f"{f'''{f'{n}'}'''}")
w, p = 10, 3
print(f"{pi:{w}.{p}} {pi:{w}.{p}f} {n:{'<'}{w}}|")
print(f"{[i for i in range(3)]} {(lambda: 5)()} {({'a': 1})['a']}")
print(f"{n!r}" "plain" f"{name}" 'x{n}')
print(rf"\n{n}", fr"\{n}", f"\n{n}\t|".strip())
print(f"""multi
{n
} line {
name}""")
print(f"{n if n > 3 else 0} {n > 3 and 'yes'} {n, 1}")
print(f"{n:x} {n:#x} {n:b} {n:08b} {n:,} {1234567:,} {n:e} {0.5:%}")
print(f"{'a' if n else 'b'!r} {n != 3} {n == 42}")
def f(x): return x * 2
print(f"{f(n)} {f('a')} {name[0]} {name[1:3]} {name.upper()}")
print(f"{None} {True} {[1, 'a']} {b'x'}")
print(f"{'{'} {'}'} {'a:b'} {'!'}")
print(f"", f"{''}", f"{'':5}|")
print(f"{3.0} {1e20} {10**20} {-0.0}")
def g():
    local = 7
    return f"{local} {(lambda: local)()} {[local for _ in range(2)]}"
print(g())
print(f"{n:{n}}|", f"{n!r:{w}}|", f"{'x':{'*^'}{5}}")
print(f"{(y := 5)} {y}")
print(f"{n:>{w}}{n:>{w-5}}")
print(f"{missing}")
# ---
print(f"{1:z}")
# ---
print(f"{'a':d}")
# ---
x = 5
print(f"{x!r:d}")
# ---
print(f"{1 + 'a'}")
