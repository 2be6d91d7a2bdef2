# shlex, glob, shutil, tempfile, getpass and ast.literal_eval.
from __future__ import print_function
import shlex, glob, shutil, tempfile, getpass, ast, os, sys

def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

for s in ('a b  c', "a 'b c' d", 'a "b \\" c" d', 'a\\ b', "it''s", '', 'a # b', "'open", 'x=1 --opt="a b"', 'a\tb\nc', "''", '"a\'b"', 'end\\'):
    attempt(shlex.split, s)
    attempt(lambda: list(shlex.shlex(s)))
attempt(shlex.split, 'a # b', comments=True)
attempt(shlex.split, "a 'b'", posix=False)

here = os.getcwd()
top = tempfile.mkdtemp()
os.chdir(top)
for name in ('a.txt', 'b.txt', 'c.py', '.hidden'):
    with open(name, 'w') as f:
        f.write(name)
os.mkdir('sub')
os.mkdir('sub/deep')
with open('sub/d.txt', 'w') as f:
    f.write('d')
for pattern in ('*', '*.txt', '?.py', '[ab].*', 'sub/*', '*/*.txt', 'none*', 'a.txt', '.*', 'sub/', '*/'):
    print(pattern, sorted(glob.glob(pattern)))
print(sorted(os.path.basename(p) for p in glob.iglob(os.path.join(top, '*.txt'))))
shutil.copy('a.txt', 'copy.txt')
shutil.copy('a.txt', 'sub')
shutil.copyfile('c.py', 'd.py')
shutil.copy2('b.txt', 'b2.txt')
print(open('copy.txt').read(), os.path.exists('sub/a.txt'), open('d.py').read(), int(os.stat('b.txt').st_mtime) == int(os.stat('b2.txt').st_mtime))
attempt(shutil.copyfile, 'a.txt', 'a.txt')
shutil.copytree('sub', 'tree', ignore=shutil.ignore_patterns('*.tmp', 'a*'))
print(sorted(os.listdir('tree')))
shutil.move('copy.txt', 'tree')
shutil.move('tree', 'moved')
print(sorted(os.listdir('moved')), os.path.exists('tree'))
shutil.rmtree('moved')
print(os.path.exists('moved'))
shutil.rmtree('none', ignore_errors=True)
try:
    shutil.rmtree('none')
except OSError as e:
    print(e.errno)

with tempfile.NamedTemporaryFile('w', suffix='.log', prefix='pre', dir=top) as f:
    name = f.name
    f.write('x')
    f.flush()
    print(os.path.exists(name), name.endswith('.log'), os.path.basename(name).startswith('pre'), os.path.getsize(name))
print(os.path.exists(name))
with tempfile.TemporaryFile() as f:
    f.write(b'abc')
    f.seek(0)
    print(f.read() == b'abc')
fd, name = tempfile.mkstemp(dir=top)
os.write(fd, b'1')
os.close(fd)
print(oct(os.stat(name).st_mode & 0o777).replace('o', ''), tempfile.gettempprefix(), os.path.isdir(tempfile.gettempdir()))
s = tempfile.SpooledTemporaryFile(max_size=5)
s.write(b'123')
s.write(b'45678')
s.seek(0)
print(s.read() == b'12345678')
s.close()
os.environ['LOGNAME'] = 'somebody'
print(getpass.getuser())
for text in ('1', '-1.5', "'a' 'b'", '[1, (2,), {3: "x"}]', '{1, 2}', '(1)', '()', 'None', 'True', '1 + 2j', '-5', '1, 2', '{}', '0x1F', 'u"x"', ' 5'):
    attempt(ast.literal_eval, text)
for text in ('f()', 'x', '1 + 2', '[1', '', 'a.b', '"a" + "b"', '-"a"'):
    try:
        print(ast.literal_eval(text))
    except (ValueError, SyntaxError) as e:
        print(type(e).__name__)
if sys.version_info[0] == 3:
    print(shlex.quote("it's"), shlex.quote('a b'), shlex.quote(''), shlex.quote('safe-1.0'), shlex.join(['a', 'b c']))
    print(list(shlex.shlex('a && b || c; d >file', punctuation_chars=True)))
    print(sorted(glob.glob('**/*.txt', recursive=True)), glob.escape('a[1]*'), sorted(glob.glob('*.txt', root_dir='sub')))
    with tempfile.TemporaryDirectory() as d:
        print(os.path.isdir(d))
    print(os.path.exists(d), os.path.basename(shutil.which('sh')), shutil.which('no-such-command'), shutil.disk_usage('/').total > 0)
    os.environ['COLUMNS'], os.environ['LINES'] = '100', '30'
    print(shutil.get_terminal_size(), shutil.copy('a.txt', 'z.txt'), shutil.move('z.txt', 'y.txt'))
    import secrets
    print(len(secrets.token_hex(4)), len(secrets.token_bytes(5)), secrets.randbelow(1), secrets.choice('a'), len(secrets.token_urlsafe(16)))
os.chdir(here)
shutil.rmtree(top)
