import sys
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e))
def ex(s, **k):
    try: exec(s, k)
    except Exception as e: print(type(e).__name__, str(e))
S = type('S', (str,), {})
def aug(x,y):
    x += y
    return x
t(lambda: bytearray()+[]); t(lambda: aug(bytearray(), [])); t(lambda: aug(bytearray(), S('a'))); t(lambda: []+bytearray()); t(lambda:bytearray()+S('a'))
t(lambda: set()[1]); t(lambda: set()[1:2]); t(lambda: set()['a']); t(lambda: frozenset()[True]); t(lambda: {}.keys()['a']); t(lambda: ValueError()[0]);  t(lambda: 1[0]); t(lambda: (x for x in ())[0]); t(lambda: object()[0]); t(lambda: {1:2}.items()[0]); t(lambda: iter([])[0])
for k in ('1', '1:2', '"a"', '::2', 'True', 'None', '1L' if sys.version_info[0] == 2 else '2', '1.5'):
    for x in ((), 'a', 1, None, set(), b'a', range(3), {}.keys(), bytearray(b'a'), frozenset(), u'a', (x for x in ''), [], {}, object(), ValueError, ValueError(), len):
        ex('del x[%s]' % k, x=x)
        ex('x[%s] = 1' % k, x=x)
        ex('x[%s]' % k, x=x)
ex('raise (1,2)'); ex('raise ()'); ex('raise (ValueError,1),2' if sys.version_info[0]==2 else '1'); ex('raise ((ValueError,),1)'); ex('raise [1]'); ex('raise len')
class C(object): pass
class D(list): pass
class F(tuple): pass
class G(Exception): pass
for k in ('0', '1:2', '"a"', 'True', '1.5'):
    for x in (C(), F(), D(), G()):
        ex('del x[%s]' % k, x=x)
        ex('x[%s] = 1' % k, x=x)
        ex('x[%s]' % k, x=x)
for v in (1, -1, 'a', 1.5, None, [256], [1], ['a'], C()):
    b = bytearray(b'abc')
    ex('b[1:2] = v; print(b)', b=b, v=v)
    ex('b[1] = v; print(b)', b=b, v=v)
    ex('b += v; print(b)', b=b, v=v)
    ex('b.extend(v); print(b)', b=b, v=v)
    ex('b.append(v); print(b)', b=b, v=v)
    ex('print(b.join(v))', b=b, v=v)
