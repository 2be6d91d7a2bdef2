# logging: levels, loggers, formats, handlers and files.
from __future__ import print_function
import logging, logging.handlers, logging.config, sys, os
out = sys.stdout
logging.basicConfig(stream=out, level=logging.DEBUG, format='%(levelname)-8s %(name)s %(funcName)s:%(lineno)d %(message)s [%(threadName)s]')
logging.debug('a %s and %d', 'b', 5)
logging.info('no args %s')
logging.warning('%(x)s', {'x': 3})
log = logging.getLogger('a.b.c')
log.error('from %r', log.name)
def inside():
    log.critical('inside')
inside()
try:
    1 / 0
except ZeroDivisionError:
    log.exception('it failed')
    log.error('again', exc_info=True)
log.log(35, 'level 35')
logging.addLevelName(35, 'NOTICE')
log.log(35, 'named')
parent = logging.getLogger('a')
parent.setLevel(logging.ERROR)
log.warning('not shown')
print(log.getEffectiveLevel(), log.isEnabledFor(30), log.parent is parent, logging.getLogger('a.b').parent is parent, log.parent.name)
log.setLevel('INFO')
log.info('shown')
h = logging.StreamHandler(out)
h.setLevel(logging.WARNING)
h.setFormatter(logging.Formatter('%(asctime)s'[:0] + '<%(message)s>'))
log.addHandler(h)
log.propagate = False
log.info('not by h')
log.warning('by h')
class F(logging.Filter):
    def filter(self, record):
        record.extra = 'X'
        return 'drop' not in record.getMessage()
h.addFilter(F())
h.setFormatter(logging.Formatter('%(extra)s %(message)s'))
log.warning('keep')
log.warning('drop it')
logging.LoggerAdapter(logging.getLogger(), {'k': 1}).warning('adapted')
print(logging.getLevelName(10), logging.getLevelName('INFO'), logging.getLevelName(7))
for bad in (lambda: log.setLevel('NOPE'), lambda: log.setLevel(1.5), lambda: logging.getLogger(5), lambda: log.warning('m', extra={'message': 1})):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
logging.disable(logging.CRITICAL)
log.critical('disabled')
logging.disable(logging.NOTSET)
r = logging.makeLogRecord({'msg': 'x %s', 'args': (1,), 'levelname': 'L', 'name': 'n'})
print(logging.Formatter(logging.BASIC_FORMAT).format(r), logging.Formatter().format(r))
mem = logging.handlers.MemoryHandler(3, target=logging.StreamHandler(out))
l2 = logging.getLogger('mem')
l2.propagate = False
l2.addHandler(mem)
l2.info('1')
l2.info('2')
print('then')
l2.error('3')
name = os.path.join(os.environ.get('TMPDIR', '/tmp'), 'log_test_%d' % os.getpid())
fh = logging.handlers.RotatingFileHandler(name, maxBytes=30, backupCount=2)
fh.setFormatter(logging.Formatter('%(message)s'))
l3 = logging.getLogger('file')
l3.propagate = False
l3.addHandler(fh)
for i in range(8):
    l3.warning('line number %d', i)
fh.close()
for suffix in ('', '.1', '.2'):
    with open(name + suffix) as f:
        print(repr(f.read()))
    os.remove(name + suffix)
logging.config.dictConfig({'version': 1, 'disable_existing_loggers': False,
    'formatters': {'f': {'format': 'cfg %(name)s %(message)s'}},
    'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f', 'stream': 'ext://sys.stdout', 'level': 'INFO'}},
    'loggers': {'conf': {'handlers': ['h'], 'level': 'DEBUG', 'propagate': False}}})
logging.getLogger('conf').info('configured')
logging.getLogger('conf.sub').debug('too low')
if sys.version_info[0] == 3:
    print(log, h, logging.getLogger(), logging.Handler())
    logging.basicConfig(stream=out, force=True, style='{', format='{levelname}:{message}')
    logging.warning('braces')
    logging.basicConfig(stream=out, force=True, style='$', format='$levelname-$message')
    logging.warning('dollars')
    try:
        logging.basicConfig(force=True, foo=1)
    except ValueError as e:
        print(e)
    logging.warning('stack', stack_info=False)
