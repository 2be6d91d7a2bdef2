# Code that is executed has a docstring, which is a variable where it runs.
from __future__ import print_function
d = {}
exec('"doc"\nx = 1', d)
print(sorted(k for k in d if k != '__builtins__'), d.get('__doc__'))
l = {}
exec('"doc"\nx = 1', {}, l)
print(sorted(l))
exec(compile('"shown"', 'x', 'single'))
print(eval('"value"'), eval('__doc__'))


class C(object):
    exec('"of a class"')


print(C.__doc__)
exec('x = 5')
print(__doc__)
exec('"now"')
print(__doc__)
exec("u'now'")
print(__doc__)
