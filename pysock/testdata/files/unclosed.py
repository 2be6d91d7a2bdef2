# What a file object that was dropped without being closed has written is there for whoever takes its name.
from __future__ import print_function
import os, shutil, subprocess, sys, tempfile
d = tempfile.mkdtemp(); os.chdir(d); sys.path.insert(0, d)
def put(name, text):
    open(name, 'w').write(text)
def t(name, f):
    put('x%s' % name, 'hello\n')
    try: print(name, f('x%s' % name))
    except Exception as e: print(name, type(e).__name__, e)
t('cat', lambda p: subprocess.check_output(['cat', p]))
t('shell', lambda p: subprocess.check_output('cat ' + p, shell=True))
t('system', lambda p: os.system('grep -q hello ' + p))
t('popen', lambda p: os.popen('cat ' + p).read())
t('stdin', lambda p: subprocess.check_output(['wc', '-c'], stdin=open(p)).strip())
t('osopen', lambda p: (lambda fd: (os.read(fd, 10), os.close(fd)))(os.open(p, os.O_RDONLY)))
t('rename', lambda p: (os.rename(p, 'y'), open('y').read()))
t('link', lambda p: (os.link(p, 'z'), open('z').read()))
t('symlink', lambda p: (os.symlink(p, 's'), open('s').read(), os.lstat(p).st_size))
t('truncate', lambda p: (os.truncate(p, 3), open(p).read()) if hasattr(os, 'truncate') else None)
t('utime', lambda p: (os.utime(p, (5, 5)), int(os.path.getmtime(p)), open(p).read(), int(os.path.getmtime(p))))
t('copy', lambda p: (shutil.copy(p, 'c'), open('c').read()))
t('copyfile', lambda p: (shutil.copyfile(p, 'c2'), open('c2').read()))
t('move', lambda p: (shutil.move(p, 'm'), open('m').read()))
t('getsize', lambda p: os.path.getsize(p))
t('stat', lambda p: os.stat(p).st_size)
t('scandir', lambda p: [e.stat().st_size for e in os.scandir('.') if e.name == p] if hasattr(os, 'scandir') else None)
t('listdirremove', lambda p: (os.remove(p), os.path.exists(p)))
t('replace', lambda p: (os.replace(p, 'r'), open('r').read()) if hasattr(os, 'replace') else None)
put('mod1.py', 'value = 42\n')
import mod1; print(mod1.value)
if sys.version_info[0] == 2:
    put('e.py', 'ev = 3\n'); execfile('e.py'); print(ev)
for i in range(40):  # oftener than the collector is asked for nothing
    put('again', str(i))
    assert subprocess.check_output(['cat', 'again']).decode() == str(i)
put('linec.py', 'line one\n'); import linecache; print(linecache.getline('linec.py', 1).strip())
os.chdir('/')
shutil.rmtree(d)
