# optparse: what is accepted, what is refused, and the help.
from __future__ import print_function
import optparse, sys

def run(parser, text):
    stderr = sys.stderr
    sys.stderr = sys.stdout
    try:
        print('$', text)
        values, args = parser.parse_args(text.split())
        print(sorted(vars(values).items()), args)
    except SystemExit as e:
        print('exit', e.code)
    finally:
        sys.stderr = stderr

p = optparse.OptionParser(usage='usage: %prog [options] host', prog='tool', version='%prog 1.0', description='%prog does a thing and tells of it at length, so that its lines are broken.', epilog='The end.')
p.add_option('-p', '--port', type='int', default=80, help='the port [default: %default]')
p.add_option('-v', action='store_true', dest='verbose', help='be loud, and a long text that goes on and on to the next line of the help')
p.add_option('-q', '--quiet', action='store_false', dest='verbose', default=True)
p.add_option('-f', '--file', metavar='FILE', help='the file')
p.add_option('--mode', choices=['a', 'b'])
p.add_option('-n', action='append', type=float)
p.add_option('--two', nargs=2)
p.add_option('-c', action='count', default=0)
p.add_option('--const', action='store_const', const=7)
def back(option, opt, value, parser, *args, **kw):
    print('callback', opt, value, args, kw)
p.add_option('--call', action='callback', callback=back, type='string', callback_args=(1,), callback_kwargs={'k': 2})
g = optparse.OptionGroup(p, 'More', 'Further options.')
g.add_option('-x', help=optparse.SUPPRESS_HELP)
g.add_option('-y', '--why-not', help='why')
p.add_option_group(g)
p.print_help()
for text in ('h', '-p 8080 h', '-p8080', '--port=8080', '--port 0x10', '-p x', '-p', '-vccc a b', '--fi=a', '--c', '--mode c', '-n 1 -n 2.5', '--two a b', '--two a',
             '--const', '--const=3', '--call z', '-z', '--nope', '-- -p', '--version', '-h', 'a -v b', '-y q --why-not r'):
    run(p, text)
for bad in (lambda: p.add_option('-p'), lambda: p.add_option('x'), lambda: p.add_option(), lambda: p.add_option('-w', action='no'), lambda: p.add_option('-w', type='no'), lambda: p.add_option('-w', foo=1)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
p.disable_interspersed_args()
run(p, 'a -v b')
p.set_defaults(port='99')
run(p, '')
t = optparse.OptionParser(prog='t', formatter=optparse.TitledHelpFormatter(), add_help_option=False, conflict_handler='resolve')
t.add_option('-a', '--all', help='one')
t.add_option('-a', help='two')
t.print_help()
print(t.has_option('-a'), t.get_option('--all'), t.parse_args(['-a', '1'])[0] == {'a': '1', 'all': None})
