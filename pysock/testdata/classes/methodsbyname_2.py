# Methods of built-in types with arguments that few give them.
class B(object):
    def __index__(self): raise ValueError('noindex')
class SS(str): pass
class I(int): pass
def f(x): pass
print f.__get__(True), f.__get__(3).im_class, f.__get__(3, int), f.__get__(None, int), (lambda: 0).__get__('a')
for g in (lambda: 'hello'.__getslice__(0, -1), lambda: [1,2].__getslice__(-1, 3), lambda: (1,2).__getslice__(-5,-1), lambda: [1].index(1, B()), lambda: bytearray(b'a').append(B()), lambda: 2**70 in bytearray(b'a'), lambda: B() in bytearray(b'a'), lambda: SS('a') in bytearray(b'a'), lambda: set().__init__(x=1), lambda: int.mro(3), lambda: int.mro(x=2), lambda: bytearray(b'a').__setitem__(2**70, 3), lambda: bytearray(b'a').insert(0, B()), lambda: {'a': 1}.viewkeys() ^ 'bc', lambda: {'a':1}.viewitems() ^ 'a', lambda: 'a' | {'a': 1}.viewitems(), lambda: 'abc'[-2:], lambda: SS('abc')[-2:-1], lambda: u'abc'.__getslice__(-2, 2), lambda: list(memoryview('abc'))):
    try: print repr(g())[:60]
    except Exception as e: print type(e), e
class L(list):
    def __getslice__(self, i, j): return list.__getslice__(self, i, j)
print L([1,2,3])[-2:], L([1,2,3])[:-1], L([1,2,3])[-9:9]
