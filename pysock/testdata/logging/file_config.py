# logging.config.fileConfig: loggers, handlers and formatters of a file.
from __future__ import print_function
import logging
import logging.config
import sys
if sys.version_info[0] == 2:
    from StringIO import StringIO
    import ConfigParser as configparser
else:
    from io import StringIO
    import configparser

logging.getLogger('old')
CONFIG = '''
[loggers]
keys=root,net,server

[handlers]
keys=out, brief

[formatters]
keys=full,short

[logger_root]
level=WARNING
handlers=out

[logger_net]
level=DEBUG
handlers=brief
propagate=0
qualname=net

[logger_server]
level=INFO
handlers=
qualname=net.server

[handler_out]
class=StreamHandler
level=NOTSET
formatter=full
args=(sys.stdout,)

[handler_brief]
class=StreamHandler
level=INFO
formatter=short
args=(sys.stdout,)

[formatter_full]
format=%(levelname)s:%(name)s: %(message)s
datefmt=

[formatter_short]
format=%(name)s %(message)s
class=logging.Formatter
'''
logging.config.fileConfig(StringIO(CONFIG))
logging.getLogger().info('not shown')
logging.getLogger().error('root %d', 1)
logging.getLogger('net').debug('below the handler')
logging.getLogger('net').info('net')
logging.getLogger('net.server').debug('below the logger')
logging.getLogger('net.server').info('server')
logging.getLogger('old').error('disabled')
logging.getLogger('new').error('new')
print([h.__class__.__name__ for h in logging.getLogger().handlers], logging.getLogger('net').propagate, logging.getLogger('net.server').level)
cp = StringIO(CONFIG.replace('level=WARNING', 'level=CRITICAL'))
if sys.version_info[0] > 2:
    text, cp = cp, configparser.RawConfigParser()
    cp.read_file(text)
logging.config.fileConfig(cp, disable_existing_loggers=False)
logging.getLogger().error('not shown')
logging.getLogger().critical('critical')
for wrong in '[loggers]\nkeys=root\n', CONFIG.replace('[handler_out]', '[handler_in]'), CONFIG.replace('formatter=full', 'formatter=none'):
    try:
        logging.config.fileConfig(StringIO(wrong))
    except Exception as e:
        print(type(e).__name__, e)
