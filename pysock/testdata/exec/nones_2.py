# Python 2's None is a name that inner functions look up outside.
bodies = [
    'def g():\n    return None', 'def g(a=None):\n    return', 'class g:\n    a = None', 'g = lambda: None', 'g = lambda a=None: 1',
    'g = (y for y in [None])', 'g = (y for y in [] if None)', 'g = (None for y in [])', 'g = [None for y in []]', 'def g():\n    return [None for y in []]',
    'def g():\n    return [y for y in None]', 'def g():\n    return [y for y in [] if y is not None]', 'def g():\n    return (y for y in None)',
    'def g():\n    pass', 'def g(a):\n    print a', 'def g(a):\n    return {a: 1}', 'def g(a):\n    return {a for a in []}', 'def g(a):\n    return {None for a in []}',
    'def g():\n    """doc"""', '@None\n  def g(): pass', 'class g(None): pass', 'x = None', 'def g():\n    print >>None, 1', 'def g():\n    yield', 'def g():\n    yield None',
    'def g():\n    raise None', 'def g(a):\n    a[None]', 'def g(a):\n    a[:]', 'def g(a):\n    a.None_', 'def g():\n    lambda: 1', 'def g():\n    lambda: None',
    'def g(a):\n    a(None)', 'def g(a):\n    a(x=None)', 'def g(a):\n    a(*None)', 'def g():\n    exec "1"', 'def g():\n    exec "1" in None', 'def g():\n    if None: 1',
    'def g():\n    if 0: None', 'def g():\n    `None`', 'def g():\n    import os', 'def g(a):\n    a = a and None', 'def g(a):\n    with a as b: None',
]
for b in bodies:
    try:
        compile('def f():\n  exec "x = 1"\n  %s\n' % b, 'f', 'exec')
        print b.split('\n')[-1].strip(), '| ok'
    except SyntaxError as e:
        print b.split('\n')[-1].strip(), '|', e.msg, e.lineno
