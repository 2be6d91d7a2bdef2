print(slice(0, 10**30, 3).indices(10**30))
print(slice(None, None, -3).indices(10**20))
print(slice(-5, None).indices(10**20))
for length in -1, 'a':
    try:
        slice(1).indices(length)
    except (TypeError, ValueError) as e:
        print(e)
print(slice.__hash__)
