# Types and functions that are built in have an order in Python 2: that of their addresses, or names.
import operator
class C(object): pass
class D: pass
print sorted([float, int, str, list, dict, tuple, set, object, type, bool, long, complex, unicode, Exception, ValueError, KeyError, type(None), type(len), file, C])
print max([int, float]), min(int, float), int < float, len < abs, max < min, sorted([max, min, abs, len, sorted, zip, operator.add, operator.sub]), cmp(int, str), cmp(str, int), cmp(int, int), int == int, int < C, C < int, sorted([int, 'a', 1, None, C, len])[:3]
print sorted({int: 1, str: 2, float: 3}.items()), max({'a': int, 'b': str}.values()), sorted(map(type, [1.5, 2, 'a', [], None, {}, (), 1L, u'']))
