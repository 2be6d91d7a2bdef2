# compile's argument optimize.
src = '''"d"
print(__debug__, __doc__)
def f():
    "f"
    assert (y := False), 'no'
    return y
class C:
    "c"
print(f.__doc__, C.__doc__)
try: print(f())
except (AssertionError, UnboundLocalError) as e: print(type(e).__name__, e)
'''
for level in -2, -1, 0, 1, 2, 3, None, 1.5:
    try:
        exec(compile(src, 'x', 'exec', optimize=level))
    except Exception as e:
        print(type(e).__name__, e)
compile(src, 'x', 'exec', 0, False, 1)
