# Configuration files: sections, defaults, references, errors.
from __future__ import print_function
import sys
if sys.version_info[0] == 2:
    from StringIO import StringIO
    import ConfigParser as configparser
    Parser = configparser.SafeConfigParser
else:
    from io import StringIO
    import configparser
    Parser = configparser.ConfigParser

TEXT = '''
# a comment
[DEFAULT]
host = localhost
port: 80
; another
[server]
url = http://%(host)s:%(port)s/
Debug = yes
names = one
    two
    three
rate = 0.5
[client]
port = 8080
url = %(missing)s
loop = %(loop)s
percent = 50%%
'''


def parser(text):
    p = Parser()
    (p.readfp if sys.version_info[0] == 2 else p.read_file)(StringIO(text))
    return p


p = parser(TEXT)
print(p.sections(), sorted(p.options('server')), p.has_section('x'), p.has_section('DEFAULT'), p.has_option('client', 'host'))
print(p.get('server', 'url'), p.getint('client', 'port'), p.getboolean('server', 'DEBUG'), p.getfloat('server', 'rate'))
print(repr(p.get('server', 'names')), p.get('client', 'percent'), sorted(p.items('server')), sorted(p.defaults().items()))
print(p.get('server', 'url', raw=True), p.get('server', 'url', vars={'host': 'h'}))
p.add_section('new')
p.set('new', 'Key', 'a\nb')
p.set('new', 'x', '1')
print(p.remove_option('new', 'x'), p.remove_option('new', 'x'), p.remove_section('client'), p.remove_section('client'))
out = StringIO()
p.write(out)
print(out.getvalue())
p = parser(TEXT)
for f in (lambda: p.get('nothing', 'x'), lambda: p.get('server', 'x'), lambda: p.get('client', 'url'), lambda: p.get('client', 'loop'),
          lambda: p.getint('server', 'url'), lambda: p.getboolean('server', 'rate'), lambda: p.add_section('server'),
          lambda: p.add_section('DEFAULT'), lambda: p.set('x', 'y', 'z'), lambda: p.set('server', 'y', 3), lambda: p.set('server', 'y', '%z'),
          lambda: parser('a = 1\n'), lambda: parser('[a]\nnothing\n'), lambda: p.read(['/no/such/file'])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
