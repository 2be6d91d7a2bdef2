s = 'a' 'b' \
    'c'
print(s)
print(('x' 'y') * 2, 'x' 'y' * 2, 'a' 'b'.upper(), 'a' "%s" % 5, "a" "b" == "ab")
l = ['a' 'b', 'c'
     'd']
print(l)
f = lambda: 'p' 'q'
print(f(), ("a" "b",), {"k" "1": "v" "2"})
print('a'   'b'
      'c')
def g():
    'doc' ' string'
    return 1
print(g.__doc__, g())
