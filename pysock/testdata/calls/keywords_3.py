# What is wrong with keyword arguments, and with mappings of them.
def f(**kwargs):
    return kwargs


def attempt(g):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: f(**{'x': 3}, **{'x': 5}))
attempt(lambda: f(x=5, **{'x': 3}))
attempt(lambda: f(**{1: 3}))
attempt(lambda: f(**{1: 3}, **{1: 5}))
attempt(lambda: f(**{1: 3}, **{'a': 5}))
attempt(lambda: f(**5))
attempt(lambda: {**5})
attempt(lambda: {1, *2})
attempt(lambda: [1, *2])


class Failing:
    def keys(self):
        raise RuntimeError('keys')


attempt(lambda: f(**Failing()))
attempt(lambda: {**Failing()})
names = {'__name__': 'other'}
exec('def f(**kwargs): pass\ntry: f(**{"x": 1}, x=2)\nexcept TypeError as e: print(e)', names)

