# csv: what is read, what is written, and what is refused.
from __future__ import print_function
import csv, sys, io
class Out(object):
    def __init__(self): self.s = []
    def write(self, s): self.s.append(s)
def read(lines, **kw):
    try:
        print(list(csv.reader(lines, **kw)))
    except Exception as e:
        print(type(e).__name__, e)
def write(rows, **kw):
    o = Out()
    try:
        w = csv.writer(o, **kw)
        w.writerows(rows)
    except Exception as e:
        print(type(e).__name__, e)
    print(o.s)
read(['a,b,c', '1,2,3\r\n', '', '"x, y","say ""hi""",z', ',,', 'a,"b\n', 'c",d', '"open'])
read(['a;b', "'x;y';z"], delimiter=';', quotechar="'")
read(['a\tb'], dialect='excel-tab')
read(['a,"b"x,c'])
read(['a,"b"x,c'], strict=True)
read(['1,"2",3'], quoting=csv.QUOTE_NONNUMERIC)
read(['"a",b'], quoting=csv.QUOTE_NONE)
read(['a\\,b,c'], escapechar='\\')
read(['a, b,  c'], skipinitialspace=True)
read(['a\rb'])
read([5])
write([['a', 1, 2.5, None, 'x,y', 'q"q', 'l\nm', True], [], [''], ['', '']])
write([['a', 1, 'b c']], quoting=csv.QUOTE_ALL, lineterminator='\n')
write([['a', 1, 'b c']], quoting=csv.QUOTE_NONNUMERIC)
write([['a,b']], quoting=csv.QUOTE_NONE)
write([['a,b', 'q"']], quoting=csv.QUOTE_NONE, escapechar='\\')
write([['q"']], doublequote=False, escapechar='\\')
write([['a', 'b']], delimiter='|')
write([5])
for kw in (dict(delimiter='ab'), dict(quoting=9), dict(foo=1), dict(delimiter=5)):
    try:
        csv.reader([], **kw)
    except Exception as e:
        print(type(e).__name__)
r = csv.DictReader(['n,v', 'a,1', 'b,2,3', 'c'], restkey='rest', restval='-')
print([sorted(d.items()) for d in r], r.fieldnames, r.line_num)
o = Out()
w = csv.DictWriter(o, ['x', 'y'], restval='?')
w.writeheader()
w.writerow({'x': 1})
try:
    w.writerow({'z': 1})
except ValueError as e:
    print(e)
print(o.s, sorted(csv.list_dialects())[:2], csv.field_size_limit())
csv.register_dialect('semi', delimiter=';')
read(['a;b'], dialect='semi')
csv.unregister_dialect('semi')
read(['a'], dialect='semi')
d = csv.Sniffer().sniff('a;b;c\n1;2;3\n')
print(d.delimiter, csv.Sniffer().has_header('name,age\nann,5\nbob,6\n'))
