# Paths of Windows, which ntpath knows on all systems.
from __future__ import print_function
import ntpath as n
ps=['','a','a\\b','a/b\\','C:','C:\\','C:a\\..\\b','c:/x/./y//z','\\\\host\\share','\\\\host\\share\\x\\..\\y','//h/s/','\\\\host','\\a','..\\..\\a','C:\\..\\a','a.b\\c','.x','x.tar.gz','C:x.y','/','\\\\\\a']
for p in ps:
    for f in 'splitdrive isabs split splitext basename dirname normcase normpath'.split():
        if p == '\\\\host' and f != 'normcase': continue
        print(f, repr(p), getattr(n,f)(p))
    for q in ps:
        if '\\\\host' not in (p, q): print('join', repr(p), repr(q), repr(n.join(p,q)))
