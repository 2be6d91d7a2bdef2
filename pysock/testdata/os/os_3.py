import os, sys
back = os.getcwd()
d = '/tmp/os-test3-%d' % os.getpid()
os.mkdir(d)
os.chdir(d)
def t(f, *a, **k):
    try: print(f.__name__, f(*a, **k))
    except Exception as e: print(f.__name__, type(e).__name__, e, getattr(e, 'filename', ''), getattr(e, 'filename2', ''))
t(os.stat, path='x', foo=1); t(os.mkdir, path='/x/y/z', dir_fd='a'); t(os.stat, 5, dir_fd=3); t(os.stat, 5, follow_symlinks=False)
t(os.rename, 'nosuch', 'b'); t(os.replace, b'nosuch', b'b')
open('f', 'w').close(); os.mkdir('sub'); os.symlink('f', 'ln'); os.symlink('gone', 'bad')
with os.scandir() as it:
    es = sorted(it, key=lambda e: e.name)
for e in es: print(e, e.name, e.path, e.is_dir(), e.is_file(), e.is_symlink(), e.is_file(follow_symlinks=False), e.inode() == os.lstat(e.path).st_ino, os.fspath(e))
print([e.path for e in os.scandir(b'sub/..') if e.name == b'f'], es[1].stat().st_size)
fd = os.open('.', os.O_RDONLY)
print(sorted(os.listdir(fd)), os.stat('f', dir_fd=fd).st_size)
print([(p, sorted(ds), sorted(fs)) for p, ds, fs, _ in os.fwalk()])
print(os.get_inheritable(fd)); os.set_inheritable(fd, True); print(os.get_inheritable(fd), os.get_blocking(fd))
os.close(fd)
class P:
    def __init__(self, p): self.p = p
    def __fspath__(self): return self.p
print(os.path.join(P('a'), 'b'), os.path.exists(P('f')), os.fspath(P(b'x')), isinstance(P('a'), os.PathLike), os.fsencode('\udcff'), ascii(os.fsdecode(b'\xff')))
t(os.fspath, P(3)); t(os.path.join, 'a', b'b'); t(os.path.join, 'a', 1); t(os.path.join, 1); t(os.path.commonpath, ['/a', 'b']); t(os.path.commonpath, ['/a/b', '/a/c']); t(os.path.relpath, 'a', b'b'); t(os.path.realpath, 'bad', strict=True)
t(os.path.exists, 'a\0b'); t(os.listdir, 'a\0b'); t(os.truncate, 'f', 4); print(os.stat('f').st_size, os.stat('f').st_mtime_ns > 10**18)
print(os.environb[b'HOME'] == os.fsencode(os.environ['HOME']), type(os.environ), os.get_exec_path({'PATH': 'a:b'}))
t(os.environ.__setitem__, 'a', b'b')
t(os.dup2, 0, 99); os.close(99); t(os.waitstatus_to_exitcode, 0x300); t(os.waitstatus_to_exitcode, 9)
r, w = os.pipe(); os.set_blocking(r, False); t(os.read, r, 1); os.close(w); os.close(r)
print(os.get_terminal_size.__name__, type(os.times()).__name__, os.uname().sysname, os.terminal_size((80, 24)))
import stat; print(stat.filemode(0o100644), stat.filemode(0o41777), stat.filemode(0o104755))
for n in ['f', 'ln', 'bad']: os.unlink(n)
os.rmdir('sub'); os.chdir(back); os.rmdir(d)
