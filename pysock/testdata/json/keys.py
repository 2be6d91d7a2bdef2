# Keys that are no strings, a list that changes while it is written, and what is not ASCII.
import json

print(json.dumps({True: False}), json.dumps({False: 1}), json.dumps({None: 1}), json.dumps({1.5: 2}), json.dumps({10: 2}))
print(json.dumps({True: False, False: True}, sort_keys=True), json.dumps({True: 1}, indent=1))
print(sorted(json.loads(json.dumps({True: 1, False: 2, None: 3}))) == ['false', 'null', 'true'])


class Other(object):
    pass


def shorten(obj):
    del a[-1]


a = [Other() for _ in range(10)]
print(json.dumps(a, default=shorten), len(a))
u = b'\xce\xb1\xe2\x82\xac'.decode('utf-8')
print(json.dumps([u], ensure_ascii=False) == u'["%s"]' % u, json.dumps(u))
print(u'{0}-{1:>3}'.format(u, u) == u + u'-' + u' ' + u, len(u'{}'.format(u)), format(u) == u if str is not bytes else u'{0}'.format(u) == u)
print(json.scanner.make_scanner is not None)
