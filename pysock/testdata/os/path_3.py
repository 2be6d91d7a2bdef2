# pathlib.Path: files found, read, made and removed.
import os
import tempfile
from pathlib import Path, PosixPath, WindowsPath

with tempfile.TemporaryDirectory() as name:
    top = Path(name)
    os.chdir(top)
    here = Path('.')
    (top / 'a' / 'b' / 'c').mkdir(parents=True)
    for p in 'x.txt', 'y.py', 'a/x.txt', 'a/b/z.txt', 'a/b/c/.hidden', 'a/b/c/x.py':
        print((here / p).write_text(p + '\n'), here.joinpath(p).read_text(), end='')
    for pattern in '*', '*.txt', '**/*.txt', '**', '*/*', 'a/*/z*', '**/c/*', '../*/x.txt', 'a/**/*.py', 'nothing/*', 'x.txt', '*/':
        print(pattern, sorted(str(p).replace(top.name, 'TOP') for p in here.glob(pattern)))
    print(sorted(map(str, here.rglob('*.py'))), sorted(p.name for p in (here / 'a').iterdir()))
    for bad in '', '/x', 'a**', '**a/b':
        try:
            list(here.glob(bad))
        except (ValueError, NotImplementedError) as e:
            print(type(e).__name__, e)
    x = here / 'x.txt'
    print(x.exists(), x.is_file(), x.is_dir(), x.is_symlink(), here.is_dir(), (here / 'no').exists(), (x / 'no').is_dir())
    print(x.stat().st_size, x.absolute() == top.absolute() / 'x.txt', x.resolve() == (top / 'x.txt').resolve())
    link = here / 'link'
    link.symlink_to('x.txt')
    print(link.is_symlink(), link.readlink(), link.samefile(x), link.resolve().name, link.lstat().st_size)
    with x.open('a') as f:
        f.write('more\n')
    print(x.read_bytes(), [line for line in x.open()])
    try:
        x.touch(exist_ok=False)
    except FileExistsError as e:
        print(e)
    print(repr(x.rename('w.txt')), x.exists(), here.joinpath('w.txt').replace(x))
    for f in (lambda: Path('a').mkdir(), lambda: Path('a').rmdir(), lambda: Path('no').unlink(), lambda: Path('no').read_text(),
              lambda: Path('p/q').mkdir(), lambda: Path('x.txt').mkdir(exist_ok=True), lambda: Path('a').unlink()):
        try:
            print(f())
        except OSError as e:
            print(type(e).__name__, e)
    Path('a').mkdir(exist_ok=True)
    Path('no').unlink(missing_ok=True)
    for f in (lambda: Path('x').write_text(b'x'), lambda: Path(3), lambda: Path('x', b'y'), lambda: Path('x') / 3,
              lambda: WindowsPath('x'), lambda: Path('/').with_name('x'), lambda: Path('x').with_suffix('y'),
              lambda: Path('x').as_uri(), lambda: Path('x').parents[1]):
        try:
            print(f())
        except (TypeError, ValueError, NotImplementedError, IndexError) as e:
            print(type(e).__name__, e)
    print('a' / Path('b'), Path('a', 'b/c', '../d'), Path('a') / '/b', Path('/a/b').as_uri(), Path('/é x').as_uri())
    print({Path('a'), PosixPath('a'), Path('./a')}, sorted([Path('b'), Path('a/c'), Path('a')]), os.fspath(Path('a')), bytes(Path('é')))
    print(Path('~/x').expanduser() == Path(os.path.expanduser('~/x')), Path.home() == Path(os.path.expanduser('~')))
    print([str(p) for p in Path('/a/b/c').parents], Path('/a/b/c').parents[-1], Path('a').parents, open(Path('y.py')).read())
    os.chdir('/')
