# print() is unicode throughout as soon as one part is.
from __future__ import print_function


class File(object):
    def write(self, s):
        written.append(s)


for args in (u'hi',), ('hi', u'x'), (u'x', 'y', 1), (1,), ():
    for kwargs in {}, {'sep': u'-'}, {'end': u'!'}, {'sep': '-', 'end': ''}:
        written = []
        print(*args, file=File(), **kwargs)
        print(written)
try:
    print('a', flush=True)
except TypeError as e:
    print(e)
