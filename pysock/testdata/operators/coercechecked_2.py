# __coerce__ of new-style classes beside types that leave it to it.
import operator


def kind(name, answer):
    def __coerce__(self, other):
        print '  coerce', type(other).__name__
        return answer(self, other)
    return type(name, (object,), {'__coerce__': __coerce__})


kinds = [kind('Two', lambda s, o: (2, o)), kind('No', lambda s, o: NotImplemented), kind('Same', lambda s, o: (o, 3)),
         kind('Six', lambda s, o: (3, 3)), kind('Bad', lambda s, o: 5), kind('Sets', lambda s, o: (set([1]), set([1, 2])))]
for K in kinds:
    for v in [1], (1,), None, {1: 2}, bytearray('x'), 5, 'ab', set([1]):
        for name in 'add', 'sub', 'mul', 'and_', 'truediv', 'mod', 'iadd', 'imul', 'isub':
            for swap in (0, 1):
                w = list(v) if isinstance(v, list) else v
                pair = (K(), w) if swap else (w, K())
                try:
                    print K.__name__, name, type(v).__name__, swap, getattr(operator, name)(*pair)
                except Exception as e:
                    print K.__name__, name, type(v).__name__, swap, type(e).__name__, e


class Prints(object):
    def __rmul__(self, o):
        print '  rmul'
        return NotImplemented


x = [1]
try:
    x *= Prints()
except TypeError as e:
    print e


# Once a class has __mul__ or __rmul__, its base's other one is asked, too.
for base, value in (str, 'ab'), (list, [1]), (unicode, u'a'), (tuple, (1,)), (int, 3):
    for name in '__mul__', '__rmul__':
        K = type('K', (base,), {name: lambda self, o: 'mine'})
        for other in 2.0, 2, True, 1j, 3L:
            for swap in (0, 1):
                pair = (other, K(value)) if swap else (K(value), other)
                try:
                    print base.__name__, name, other, swap, pair[0] * pair[1]
                except TypeError as e:
                    print base.__name__, name, other, swap, e
