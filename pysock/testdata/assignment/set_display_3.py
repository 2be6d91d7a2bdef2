# From a starred element on, a set display adds one element after the other.
def boom(): raise ValueError('boom')
for s in ['{*[[]], boom()}', '{[], *boom()}', '{1, [], *boom(), 2}', '{*(), [], boom()}', '{*(), 1, [], *boom()}', '{[], boom()}',
          '{[]: boom()}', '{[]: 1, **boom()}', '{**{}, []: boom()}', '{*1, boom()}', '{*(), *1}', '{1, *(2, 3), 4, *[5], *"a"}', '{*()}', '{*(), 1}']:
    try:
        print(sorted(eval(s), key=str))
    except Exception as e:
        print(s, type(e).__name__, e)
