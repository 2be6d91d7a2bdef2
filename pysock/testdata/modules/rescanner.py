import re
s=re.compile('a').scanner('baaa'); print(s.pattern.pattern, type(s).__name__); print([m and m.span() for m in (s.search(), s.match(), s.match(), s.match(),s.search(),s.match())])
s=re.compile('x*').scanner('baxa');print([m and m.span() for m in [s.match() for i in range(4)]])
s=re.compile('x*').scanner('baxa');print([m and m.span() for m in [s.search() for i in range(7)]])
s=re.compile('x*').scanner('baxa', 1, 3);print([(m and m.span(), m and m.pos, m and m.endpos) for m in [s.search() for i in range(4)]])
print([n for n in dir(s) if n[0]!='_'])
try: s.match(1)
except TypeError: print('no')
