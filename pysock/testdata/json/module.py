# json: texts, errors, options and hooks.
from __future__ import print_function
import json, sys

def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

for text in ('', '{', '[1,', '[1 2]', '{"a"}', '{"a":}', '{"a":1,}', '{a:1}', 'nul', '"abc', '"\\x"', '"\\u12"', '"a\nb"',
             '1 2', '[1,]', 'tru', '-', '01', '1.', '[', '{"a":1 "b":2}', '"\\', 'NaN', 'Infinity', '-Infinity', '1e400',
             '"\\ud83d\\ude00"', '"\\ud83d"', '[1,2.5,1e5,123456789012345678901234567890,-0,-0.0]', ' {"a" : [ ] , "b":{ } } ',
             '[\n\n1,\n  x]', '[true,false,null]', u'["\u00e9", x]', u'"\u20ac"', '{"a":1,"a":2}', '["\\"\\\\\\/\\b\\f\\n\\r\\t"]'):
    attempt(json.loads, text)
attempt(json.loads, 5)
attempt(json.loads, '["a\tb"]', strict=False)
attempt(json.loads, '{"a":[1.5,{"b":2}]}', object_hook=lambda d: sorted(d.items()))
attempt(json.loads, '{"a":1,"c":2,"b":3}', object_pairs_hook=lambda p: p)
attempt(json.loads, '[1.5, 2, NaN]', parse_float=lambda s: 'f' + s, parse_int=lambda s: 'i' + s, parse_constant=lambda s: 'c' + s)
attempt(json.JSONDecoder().raw_decode, '[1] rest')
class X(object):
    def __repr__(self):
        return 'X()'
loop = []
loop.append(loop)
for obj in (X(), {(1, 2): 3}, loop, float('nan'), {1: 2}, {None: 3}, {True: 4}, {1.5: 6}, 1j, u'\u00e9\u2028', 'a"b\\c\x00\x7f', 10**30, 1e100, 0.1, (1, [2]), {'x': {}}):
    attempt(json.dumps, obj)
data = {'b': [1, 2.5, u'\u00e9\u20ac'], 'a': {}, 'c': [], 'd': (1, {'z': None})}
for kw in (dict(indent=2), dict(indent=0), dict(separators=(',', ':')), dict(ensure_ascii=False), dict(indent=4, separators=(',', ': '))):
    attempt(json.dumps, data, sort_keys=True, **kw)
attempt(json.dumps, [float('inf')], allow_nan=False)
attempt(json.dumps, {(1,): 1, 'a': 2}, skipkeys=True)
attempt(json.dumps, [X()], default=repr)
attempt(json.dumps, 1, foo=2)
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, X):
            return {'x': 1}
        return json.JSONEncoder.default(self, o)
attempt(json.dumps, [X(), X()], cls=E)
attempt(json.dumps, 1j, cls=E)
class L(list): pass
class D(dict): pass
class I(int): pass
class S(str): pass
attempt(json.dumps, [L([1]), D(a=1), I(5), S('s')])
if sys.version_info[0] == 3:
    try:
        json.loads('{\n "a": oops}')
    except json.JSONDecodeError as e:
        print(e.msg, e.pos, e.lineno, e.colno, repr(e.doc))
    for doc in (b'{"a":1}', bytearray(b'[1]'), '[1]'.encode('utf-16'), '["\xe9"]'.encode('utf-32-le'), b'\xef\xbb\xbf1', '\ufeff1'):
        attempt(json.loads, doc)
    attempt(json.dumps, {'b': 1, 1: 2}, sort_keys=True)
    attempt(json.dumps, [1, 2], indent='\t')
    attempt(json.dumps, '\U0001f600')
    attempt(json.loads, '[' * 100000)
else:
    attempt(json.dumps, '\xc3\xa9')
    attempt(json.dumps, '\xe9')
    attempt(json.loads, '"\xc3\xa9"')
    attempt(json.dumps, {'k': 'v'}, ensure_ascii=False)
    attempt(json.dumps, [u'v', 10L], ensure_ascii=False)
import io
f = io.StringIO()
if sys.version_info[0] == 3:
    json.dump({'a': 1}, f); print(f.getvalue()); f.seek(0); print(json.load(f))
