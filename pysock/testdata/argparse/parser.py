# argparse: what is accepted, what is refused, and the help.
from __future__ import print_function
import argparse, sys

def run(parser, text):
    stderr = sys.stderr
    sys.stderr = sys.stdout
    try:
        print('$', text)
        ns = parser.parse_args(text.split())
        print(sorted(vars(ns).items()))
    except SystemExit as e:
        print('exit', e.code)
    finally:
        sys.stderr = stderr

p = argparse.ArgumentParser(prog='tool', description='A tool that does a thing and tells of it at length, so that lines are broken.', epilog='The end.')
p.add_argument('host', help='the host')
p.add_argument('ports', nargs='*', type=int, default=[1], metavar='PORT')
p.add_argument('-v', '--verbose', action='store_true', help='be loud')
p.add_argument('-q', action='count', default=0)
p.add_argument('-o', '--output', metavar='FILE', help='where to write, %(default)s by default; and a long text that goes on and on to the next line', default='x')
p.add_argument('--mode', choices=['a', 'b'])
p.add_argument('--number', '-n', type=int, default='7')
p.add_argument('--version', action='version', version='%(prog)s 1.0')
g = p.add_argument_group('more', 'further options')
g.add_argument('-c', type=int, nargs=2, dest='cc')
g.add_argument('--opt', nargs='?', const='K')
g.add_argument('--many', nargs='+', action='append')
x = p.add_mutually_exclusive_group()
x.add_argument('--a1', action='store_true')
x.add_argument('--b1', action='store_const', const=5)
p.print_help()
for text in ('h', 'h 1 2 3', '-v h', 'h -vqq', 'h --verb', 'h --ver', 'h -oX', 'h -o X', 'h --output=X', 'h -o', 'h --mode c', 'h --mode a', 'h -n x', 'h -n 5',
             'h -n -5', 'h -c 1 2', 'h -c 1', 'h --opt', 'h --opt z', 'h --many a b --many c', 'h --a1 --b1', '', 'h x', 'h --nope', 'h -- 5', '-h', 'h -z', 'h --verbose=3', '--number=3 h 9'):
    run(p, text)
s = argparse.ArgumentParser(prog='git')
s.add_argument('--dir', default='.')
sub = s.add_subparsers(dest='cmd', help='what to do', title='commands')
run_p = sub.add_parser('run', help='run it')
run_p.add_argument('n', type=int)
run_p.set_defaults(func=len)
sub.add_parser('stop', help='stop it').add_argument('--now', action='store_false')
s.print_help()
run_p.print_help()
for text in ('run 5', 'stop', 'stop --now', 'run', 'go', '--dir x stop', 'run 5 6'):
    run(s, text)
e = argparse.ArgumentParser(prog='e', parents=[argparse.ArgumentParser(add_help=False)], argument_default=argparse.SUPPRESS, prefix_chars='-+', conflict_handler='resolve',
                            formatter_class=argparse.ArgumentDefaultsHelpFormatter)
e.add_argument('+x', default=3, help='plus')
e.add_argument('-y', help='why')
e.add_argument('-y', type=float, help='again')
e.add_argument('rest', nargs=argparse.REMAINDER)
e.print_help()
run(e, '+x 5 a -y 3')
run(e, '-y 1.5')
print(e.parse_known_args(['+x', '1', 'q']), argparse.Namespace(a=1, b='x'), argparse.Namespace(a=1) == argparse.Namespace(a=1), 'a' in argparse.Namespace(a=1))
class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values.upper())
def port(s):
    n = int(s)
    if n > 65535:
        raise argparse.ArgumentTypeError('%d is no port' % n)
    return n
c = argparse.ArgumentParser(prog='c', usage='%(prog)s [options]', formatter_class=argparse.RawTextHelpFormatter, description='one\n  two')
c.add_argument('-u', action=Upper, help='a\nb')
c.add_argument('-p', type=port, required=True)
c.print_help()
for text in ('-u abc -p 1', '-p 70000', '-p x', '-u a'):
    run(c, text)
m = argparse.ArgumentParser(prog='m')
r = m.add_mutually_exclusive_group(required=True)
r.add_argument('--foo')
r.add_argument('--bar')
m.print_usage()
run(m, '')
run(m, '--foo 1')
for bad in (lambda: m.add_argument('--foo'), lambda: m.add_argument('x', nargs=0), lambda: m.add_argument('y', required=True), lambda: m.add_argument('-z', action='what')):
    try:
        bad()
    except Exception as err:
        print(type(err).__name__, err)
