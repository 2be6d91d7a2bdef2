import sys
def fail():
    raise ValueError("v")
try:
    fail()
except ValueError as e:
    tb = e.__traceback__
    print(tb is e.__traceback__, tb.tb_next.tb_frame.f_back is not None)
TracebackType = type(tb)
new = TracebackType(None, tb.tb_frame, 1, 77)
print(new.tb_lineno, new.tb_next, new.tb_frame is tb.tb_frame)
new.tb_next = tb
print(new.tb_next is tb)
for bad in (tb, new):
    try:
        bad.tb_next = new
    except ValueError as e:
        print(e)
try:
    new.tb_next = 1
except TypeError as e:
    print(e)
for args in ((), (1, 2, 3, 4), (None, tb.tb_frame, "a", 1)):
    try:
        TracebackType(*args)
    except TypeError as e:
        print(e)
tb.tb_next = None
try:
    raise KeyError("k").with_traceback(new)
except KeyError as e:
    t = e.__traceback__
    lines = []
    while t:
        lines.append(t.tb_lineno)
        t = t.tb_next
    print(lines)
# ---
try:
    1 / 0
except ZeroDivisionError as e:
    for v in (1, "a", None):
        try:
            e.__traceback__ = v
        except TypeError as x:
            print(x)
    print(e.__traceback__)
# ---
def outer():
    inner()
def inner():
    raise OSError("gone")
try:
    outer()
except OSError as e:
    e.__traceback__ = e.__traceback__.tb_next
    raise
