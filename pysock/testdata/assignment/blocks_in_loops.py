# What a try or with statement in a loop binds is the function's own variable: it
# lasts from one round to the next, and is the same for all functions inside.
from __future__ import print_function

class Manager(object):
    def __enter__(self): return self
    def __exit__(self, *args): return False

def in_try():
    for i in range(3):
        try:
            if i == 0: x = 'first'
            print(x, i)
        except KeyError:
            pass

def in_handler():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i == 0: x = 'first'
            print(x, i)

def in_else_and_finally():
    n = 0
    while n < 3:
        n += 1
        try:
            pass
        except KeyError:
            pass
        else:
            if n == 1: y = n
            else: y += n
            print(y)
        finally:
            if n > 1: z += n
            else: z = n
            print(z)

def in_with():
    for i in range(3):
        with Manager() as m:
            if i == 0: x = m
            print(x is m)

def nested():
    for i in range(3):
        try:
            for j in range(2):
                if i + j: print(last)
                last = i, j
            with Manager():
                if i == 0: w = 5
                print([w for _ in 'ab'], sum(w for _ in 'ab'))
        finally:
            pass

def closures():
    fs = []
    for i in range(3):
        try:
            x = i
            fs.append(lambda: x)
        finally:
            pass
        with Manager():
            y = i
            def f(): return y
            fs.append(f)
        try:
            z = i
            fs.append(lambda: [z for _ in 'a'])
        finally:
            pass
    print([f() for f in fs])

def classes():
    for i in range(2):
        try:
            if i == 0: base = object
            class C(base): x = base
            print(C.x is object)
        finally:
            pass

def branches(n):
    for i in range(n):
        try:
            if i == 1: continue
            elif i: x = i
            else:
                x = -1
            print(x)
            if i == 3:
                y = 1
            elif i == 0:
                raise KeyError
            else:
                y = 2
            print(y)
        except KeyError:
            print('key')

def unbound():
    for i in range(2):
        try:
            if i: x = 1
            print(x)
        except UnboundLocalError as e:
            print(type(e).__name__)

def generator():
    for i in range(3):
        try:
            if not i: x = []
            x.append(i)
            yield list(x)
        finally:
            pass

def again():
    while True:
        try:
            try:
                seen
            except UnboundLocalError:
                seen = 0
            seen += 1
            if seen == 3: break
        finally:
            print('round')

for f in in_try, in_handler, in_else_and_finally, in_with, nested, closures, classes, unbound, again: f()
branches(4)
print(list(generator()))
