# Usage lines of groups of which one argument may be there.
import argparse
import warnings


def show(required, *adds):
    p = argparse.ArgumentParser(prog='PROG', add_help=False)
    g = p.add_mutually_exclusive_group(required=required)
    for args, kwargs in adds:
        g.add_argument(*args, **kwargs)
    print(p.format_usage(), end='')


foo = ['--foo'], {'action': 'store_true'}
bar = ['--bar'], {}
hidden = ['--hidden'], {'help': argparse.SUPPRESS}
badger = ['badger'], {'nargs': '*', 'default': 'X'}
for required in False, True:
    show(required, foo, bar)
    show(required, foo)
    show(required, foo, bar, badger)
    show(required, hidden, foo, bar)
    show(required, foo, hidden, bar)
    show(required, foo, bar, hidden)
    show(required, foo, hidden)
    show(required, hidden)
    p = argparse.ArgumentParser(prog='PROG')
    g = p.add_mutually_exclusive_group(required=required)
    g.add_argument('-a')
    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        inner = g.add_mutually_exclusive_group(required=required)
    inner.add_argument('-b')
    inner.add_argument('-c')
    print(p.format_usage(), end='')


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, str(e).split('<')[0])


p = argparse.ArgumentParser(prog='PROG')
attempt(p.add_argument, '--foo', nargs=2, metavar=('A',))
attempt(p.add_argument, '--bar', nargs='x')
p.add_mutually_exclusive_group()
attempt(p.format_usage)
p = argparse.ArgumentParser(prog='PROG')
g = p.add_mutually_exclusive_group()
g.add_argument('--x')
g.add_argument('y', nargs='?')
attempt(p.parse_intermixed_args, [])
p = argparse.ArgumentParser(prog='PROG')
p.add_argument('--on', action=argparse.BooleanOptionalAction, default=True, help='whether\xa0it is on')
print(p.format_help())
