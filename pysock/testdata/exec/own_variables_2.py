def o():
    x = 1
    print sorted(locals())
    exec "x = 2; y = 3"
    print x, y
    del x
    try: del x
    except NameError, e: print(type(e), e)
    try: x
    except NameError, e: print(type(e), e)
    exec "x = 7"
    print x
o()
def f():
    try: print z
    except NameError, e: print(type(e), e)
    locals()['z'] = 3
    try: print z
    except NameError, e: print(type(e), e)
    z = 4
    print sorted(locals())
f()
