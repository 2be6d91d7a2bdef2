# Powers of complex numbers at the edges, and what sum() starts with.
from __future__ import print_function


class S(str):
    pass


class T(tuple):
    pass


for source in '''
pow(float('inf'), 1j)
pow(1e308, 1j)
(1e200+1j) ** 3
(1e200+1j) ** -3
1e200j ** 5
(1+1j) ** 200
complex(float('inf'), 1) ** 2
complex(float('nan'), 1) ** 2
complex('nan') ** 1j
complex(0, float('inf')) ** 2.5
complex(0, float('inf')) ** 1j
complex('inf') ** -1
complex('inf') ** 0
0j ** 0
0j ** 1j
0j ** -1
2j ** -3
(2+3j) ** (1+1j)
sum([], S('q'))
sum(['a'], S(''))
sum([(1,)], T((2,)))
sum([bytearray(b'a')], bytearray(b'b'))
sum(5, '')
type('T', (object(),), {})
type('T', (5,), {})
'''.strip().split('\n'):
    try:
        print(source, eval(source))
    except Exception as e:
        print(source, type(e).__name__, e)
