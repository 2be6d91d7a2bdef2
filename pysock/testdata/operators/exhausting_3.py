def countdown():
    if calls:
        calls.pop()
        list(it)
    return 1 if calls else 0
calls = [1, 2]
it = iter(countdown, 0)
print([list(it), list(it)])
