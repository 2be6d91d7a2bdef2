class T(tuple): pass
class S(str): pass
print (1,2) < bytearray('xy'), T((1,2)) < bytearray('xy'), T((1,2)) < T((1,3)), T((1,2)) < (1,3), T((1,2)) < [1], (1,) < [1]
print ValueError('v') < S('s'), ValueError('v') < 's', S('s') < 'zz', S('s') < 5, S('x') < None, T() < 'a', 'a' < T()
print cmp({1:2}, (1,2)), cmp({1:2}, T()), cmp((1,2), '1.5'), cmp(T(), '1.5'), cmp((1,2), S())
