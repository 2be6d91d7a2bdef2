# super() and __class__ in comprehensions of a class body: the class is not made yet.
import traceback
def t(src):
    try: exec(src, {})
    except Exception: print(src); traceback.print_exc()
t('''class A:
    x = [super() for i in [1]]''')
t('''class A:
    x = [super().x for i in [1]]''')
t('''class A:
    def f(self, v=[super() for i in [1]]): pass''')
t('''class A:
    x = [super for i in super()]''')
t('''class A:
    x = list(super() for i in [1])''')
t('''class A:
    x = [__class__ for i in [1]]''')
t('''class A:
    x = [[super() for j in [2]] for i in [1]]''')
t('''class A:
    x = lambda s: [super() for j in [2]]
A().x()''')
t('''class A:
    x = [lambda s: (super().__hash__() == object.__hash__(s), __class__) for j in [2]]
    y = [lambda: __class__]
assert A.x[0](A())[0]
print(A.x[0](A())[1])
print(A.y[0]())''')
t('''def f():
    class A:
        x = [super() for i in [1]]
f()''')
t('''class A:
    x = {super(): 1 for i in [1]}''')
t('x = [super() for i in [1]]')
t('''class A:
    def f(self):
        class B:
            x = [super() for i in [1]]
A().f()''')
t('''class A:
    def f(self):
        class B:
            x = [__class__ for i in [1]]
            y = __class__
        print(B.x, B.y)
A().f()''')
t('''class A:
    def f(self):
        class B:
            y = __class__
        print(B.y)
A().f()''')
t('''class A:
    y = __class__''')
