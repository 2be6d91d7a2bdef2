from __future__ import print_function
import os, sys, errno, stat
import os.path
back = os.getcwd()
os.environ['HOME'] = '/home/ada'
d = '/tmp/os-test-%d' % os.getpid()
os.mkdir(d)
os.chdir(d)
P = lambda *a: print(*a)
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e:
        n = type(e).__name__
        P(f.__name__, n, e); return
    P(f.__name__, r)
t(os.mkdir, 'a'); t(os.mkdir, 'a'); t(os.makedirs, 'a/b/c/d'); t(os.makedirs, 'a/b')
open('a/b/f.txt','w').write('hello')
P([(x[0], sorted(x[1]), x[2]) for x in os.walk('a')])
P([(x[0], sorted(x[1]), x[2]) for x in os.walk('a', topdown=False)])
t(os.listdir, 'nosuch'); P(sorted(os.listdir('a/b')), os.listdir(b'a'))
st = os.stat('a/b/f.txt'); P(st.st_size, st[6], stat.S_ISREG(st.st_mode), len(st), os.path.getsize('a/b/f.txt'))
for f, a in [('stat',([],)),('stat',()),('stat',('a','b')),('listdir',(1.5,)),('unlink',(3,)),('mkdir',()),('rename',('a',)),('read',('a',1)),('read',(1,)),('getpid',(1,)),('close',()),('putenv',('a=',"b")),('putenv',(1,2)),('access',('a',)),('chdir',([],)),('mkdir',('nosuch/x',)),('rename',('nosuch','b')),('symlink',('nosuch','/no/such')),('lseek',(1,2)),('stat',('a\0b',)),('dup2',(1,)),('readlink',('/',)),('rmdir',('nosuch',)),('strerror',(2,)),('getcwd',(1,)),('urandom',(-1,)),('urandom',('x',)),('waitpid',(-1,0)),('fdopen',('x',)),('utime',('nosuch',(1,2))),('utime',('nosuch',(1,))),('chmod',('x',)),('fstat',('x',)),('fstat',(99,)),('isatty',('x',)),('isatty',(99,)),('pipe',(1,)), ('umask',()), ('close',(99,)), ('unlink',('a',)), ('write',(1,)), ('fdopen',(99,))]:
    t(getattr(os,f), *a)
r, w = os.pipe()
P(os.write(w, b'xyz'), os.read(r, 10)); os.close(w); P(os.read(r, 5)); f = os.fdopen(r); f.close()
t(os.close, r)
fd = os.open('g', os.O_RDWR|os.O_CREAT, 0o600); P(os.write(fd, b'0123456789'), os.lseek(fd, 2, 0), os.read(fd, 3)); os.ftruncate(fd, 5); P(os.fstat(fd).st_size, oct(os.fstat(fd).st_mode)); os.close(fd)
os.symlink('g','l'); P(os.readlink('l'), os.path.islink('l'), os.path.realpath('l') == os.path.join(os.getcwd(),'g'))
os.link('g','h'); P(os.stat('h').st_nlink, os.path.samefile('g','h')); os.rename('h','i'); P(sorted(os.listdir('.')))
os.utime('g',(1,2.5)); P(os.stat('g').st_mtime, os.stat('g').st_atime, os.stat('g')[8])
os.chmod('g', 0o644); P(stat.S_IMODE(os.stat('g').st_mode), os.access('g', os.R_OK), os.access('nosuch', os.F_OK))
os.environ['PSX'] = 'y'; P(os.getenv('PSX'), os.environ.get('nosuch'), 'PSX' in os.environ, os.system('test $PSX = y'), os.system('exit 3'))
del os.environ['PSX']; P(os.system('test -z "$PSX"')); 
try: os.environ['nosuch']
except KeyError as e: P(repr(e))
try: os.environ['a'] = 1
except TypeError as e: P(e)
p = os.popen('echo hi; exit 2'); P(p.read(), p.close())
for args in [('a','b'),('a','/b'),('a/','b'),('','b'),('a',''),('/','a')]: P(os.path.join(*args))
for p in ['', '/', '//', '///', 'a/b', 'a/b/', '/a', '//a/b', 'a//b/../c/./d', '../..', '/..', '.bashrc', 'a.tar.gz', 'a.b/c', '..a', 'a/.b.c','....x']:
    P(repr(p), os.path.split(p), os.path.splitext(p), os.path.normpath(p), os.path.basename(p), os.path.dirname(p), os.path.isabs(p))
P(os.path.relpath('/a/b/c','/a/d'), os.path.commonprefix(['/abc','/abd']), os.path.abspath('x')==os.getcwd()+'/x', os.path.expanduser('~'), os.path.expanduser('~/x'), os.path.expanduser('~no-such-user/x'), os.path.expandvars('$HOME/${HOME}/$nosuch ${x'))
P(os.path.exists('l'), os.path.lexists('zz'), os.path.isdir('a'), os.path.isfile('a'), os.path.ismount('/'))
P(os.name, os.sep, os.linesep, os.error is OSError, os.path.__name__)
t(os.removedirs, 'a/b/c/d')
t(os.kill, os.getpid(), 0)
P(errno.ENOENT, errno.errorcode[11], len(errno.errorcode), errno.EWOULDBLOCK)
os.chdir(back)
for folder, dirs, files in os.walk(d, topdown=False):
    for n in files: os.unlink(os.path.join(folder, n))
    for n in dirs:
        n = os.path.join(folder, n)
        os.unlink(n) if os.path.islink(n) else os.rmdir(n)
os.rmdir(d)
P(os.path.exists(d))
