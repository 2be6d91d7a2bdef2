for n in (2 ** 63, -2 ** 63 - 1, 10 ** 19, 2 ** 100):
    for x in ('ab', u'ab', [1, 2], (1, 2)):
        for f in (lambda: x * n, lambda: n * x):
            try:
                f()
            except OverflowError as e:
                print(e)
