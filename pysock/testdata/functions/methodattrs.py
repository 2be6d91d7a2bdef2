"""What can't be set of functions and methods, and what they lack."""


def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ' ' + str(e))


class F(object):
    def a(self):
        pass


class G:
    pass


def mk():
    free = 1

    def inner():
        return free
    return inner


G.id = F().a
F.n = len
show(lambda: F.a.missing)
show(lambda: F().a.missing)
show(lambda: G.id.missing)
show(lambda: G().id.missing)
show(lambda: F.n.missing)
names = ['__self__', '__func__', '__doc__', '__class__', '__name__', 'missing']
for name in names:
    for value in 1, None, F:
        show(lambda: setattr(F().a, name, value))
    show(lambda: delattr(F().a, name))
for f in mk, mk():
    for name in ['__globals__', '__closure__', '__code__', '__class__', '__dict__']:
        for value in 1, None, F:
            if name != '__code__':
                show(lambda: setattr(f, name, value))
        show(lambda: delattr(f, name))

# A method shows its function's attributes.
vars(F)['a'].known = 7
print('known' in dir(F().a), 'known' in dir(F.a), F().a.known, F.a.__dict__)
