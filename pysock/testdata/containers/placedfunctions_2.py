# Built-in functions lie in CPython's image: what they are keys of has one order in every process.
print [x.__name__ for x in {abs:1,len:2,max:3,min:4}], {abs:1, int:2}, set([len, ord, chr])
import operator, math
print {operator.add: '+', operator.sub: '-', operator.mul: '*', operator.div: '/'}
print {math.sin: 's', math.cos: 'c', math.tan: 't', math.sqrt: 'q'}
print set([abs, max, min, sum, len, sorted, zip, map, filter, range, repr, ord, chr, hex])
print set([(int, 1), (str, 1), (float, 1), (list, 2), (abs, 3)])
print hash(abs) & 43, hash(operator.add) & 255, hash((int, 1)) & 255, hash((abs, None)) & 127, hash(Ellipsis) & 255, hash(KeyError) & 255
print {(0, 0): 0, Ellipsis: 0, None: 0, len: 0}
class C(object):
    pass
print [hash(x) & 0xff for x in (int, str, C.__class__, len, divmod, None, Ellipsis, ValueError)]
print hash(len) == hash(__builtins__.len), hash(int) == hash(type(1))
