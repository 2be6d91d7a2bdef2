def f(n):
    try:
        print("try", n)
        if n == 0: return "ret"
        if n == 1: 1/0
        if n == 2: raise ValueError("bad", 2)
        if n == 3: raise KeyError("k")
        if n == 5: [][1]
    except ZeroDivisionError as e:
        print("zde", e)
    except (ValueError, TypeError) as e:
        print("ve", e.args)
        return "from handler"
    else:
        print("else")
    finally:
        print("finally")
    return "end"
for i in range(5):
    try:
        print(f(i))
    except KeyError as ex:
        print("outer", repr(ex), str(ex))
        continue
    if i == 4: break
    x = i
print(x)
while True:
    try:
        break
    finally:
        print("fin")
def g():
    try:
        f(5)
    except IndexError as e:
        raise RuntimeError("wrapped")
try:
    g()
except RuntimeError as e:
    print(e, repr(e.__context__))
try:
    try:
        1/0
    except ZeroDivisionError:
        raise
except Exception as e2:
    print(type(e2), e2)
def h():
    try:
        int("x")
    except ValueError:
        undefined_name
g()
