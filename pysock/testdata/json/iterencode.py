# The pieces in which JSON comes.
import json, sys
class P(object):
    def __init__(self, v): self.v = v
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, P): return {'p': o.v}
        return json.JSONEncoder.default(self, o)
vals = [1, None, True, 1.5, "x", [], {}, [1], [1, 2, [3, [], {}], "a"], {"a": 1}, {"a": {"b": [1, {"c": None}]}}, (1, (2,)), [[]], [{}, {}], {"k": []}, {1: 2}, {None: 1}, {True: 2}, {1.5: 3}, u"\u20ac", [P(1), P([2])], {"x": P({})}]
for v in vals:
    for kw in ({}, {'indent': 2}, {'indent': 0}, {'separators': (',', ':')}, {'sort_keys': True}):
        try:
            print([str(p) for p in E(**kw).iterencode(v)])
        except Exception as e:
            print(type(e).__name__, e)
l = []; l.append(l)
d = {}; d['a'] = [d]
for v in (l, d, P(P(1)), {(1, 2): 3}, [object], float('nan'), [float('inf')]):
    for kw in ({}, {'check_circular': True, 'allow_nan': False}, {'skipkeys': True}):
        out = []
        try:
            for p in E(**kw).iterencode(v): out.append(str(p))
        except Exception as e:
            print(out[:4], type(e).__name__, str(e).replace("<class ", "<type "))
        else: print(out)
class W(object):
    def write(self, s): sys.stdout.write(repr(str(s)) + ' ')
json.dump({"a": [1, 2, {"b": None}]}, W()); print('')
json.dump([1, 2], W(), indent=1); print('')
