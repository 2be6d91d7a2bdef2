# Generators that resume generators are as deep as calls.
def gen():
    for x in gen():
        yield x
try:
    next(gen())
except RuntimeError:
    print("too deep")
def deep(n):
    return deep(n + 1)
def calls():
    yield deep(0)
try:
    list(calls())
except RuntimeError:
    print("too deep")
