from pathlib import *
P=PureWindowsPath
for a,b in [('C:Foo/Bar','/Foo'),('C:/Foo/Bar','C:'),('C:/Foo/Bar','/'),('C:/Foo/Bar','C:Foo'),('Foo','C:'),('C:Foo','C:'),('C:Foo/Bar','C:Foo'),('//server/share/a','//server'),('//server/share/a','//server/share'),('C:/Foo/Bar','c:/foo'),('C:/Foo/Bar','')]:
    try: print(a,b,repr(P(a).relative_to(b)))
    except Exception as e: print(a,b,e)
for a in ['c:','c:/','c:a','//a/b','//a/b/','//a/b/c','///a','//a','//','/','\\','\\\\?\\c:\\a','\\\\.\\x','//?/UNC/s/sh/x','//server','a//b','//./a','c:/a/../b','.','']:
    p=P(a); print(a,repr(str(p)),repr(p.drive),repr(p.root),p.parts,p.name,p.parent, p.is_absolute(), list(p.parents))
for a in [('c:/a','d:b'),('c:/a','c:b'),('c:/a','/b'),('a','//x/y/z'),('c:a','c:b'),('c:','a'),('//a/b','c'),('a','///b//c','d/'),('c:a','/b'),('c:a','d:')]:
    print(a, P(*a))
for q in ['/','//','///','//a','///a/b','a/./b','a/../b','./a','.','..','']:
    p=PurePosixPath(q); print(q,repr(str(p)),p.parts,p.root,p.name,p.suffix,p.stem)
for n in ['a.b','.a','.a.b','a.','a..b','a.b.c','..','...','a.tar.gz']:
    p=PurePosixPath(n); print(n,p.suffix,p.suffixes,p.stem)
