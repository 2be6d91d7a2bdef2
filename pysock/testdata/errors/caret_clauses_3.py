# What fails to be walked over after a condition is marked where its last comparison is.
import traceback
def t(f):
    try: f()
    except Exception: traceback.print_exc()
t(lambda: {[] for x in [1,2] if x == 1})
t(lambda: {[]: 1 for x in [1,2] if not x in ()})
t(lambda: [1 for x in [1,2] if x and (x == 1 or x != 3) for y in map(max, [1])])
t(lambda: [1 for x in [1,2] if x if x==2 if x for y in map(max, [1])])
t(lambda: [1 for x in [1,2] if (1 if x==2 else x==1) for y in map(max, [1])])
t(lambda: [1 for x in [1,2] if (0 < x < 3) for y in map(max, [1])])
t(lambda: [1 for x in [1,2] if [x == 1] for y in map(max, [1])])
t(lambda: [1 for x in [1,2] if x == 1 for y, z in [1]])
t(lambda: [1 for x in [1,2] if x == 1 for y in [1] for z in map(max, [1])])
t(lambda: [1 for x in [1,2] if x == 1 for y in 3])
t(lambda: [1 for x in [1,2] if x == 1 if 1 for [y] in [3]])
