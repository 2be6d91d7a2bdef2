# The lines of what fails in comprehensions and assert statements of several lines.
import traceback
def t(f):
    try: f()
    except Exception: traceback.print_exc()
def g():
    assert (1 and
       2 == 3 and
       f)
t(g)
t(lambda: [1 for x in [1,2] if
   x == 1 and
  x
  for y
   in map(max, 
    [1])])
t(lambda: [1
  for y
   in 
    3])
t(lambda: {[]
  for y
   in 
    [3]
   if
     y == 3
      or
       7})
t(lambda: list([]
  for y
   in 
    [3]
   if
     y == 3
      or
       7
   for z in
    3
   ))
t(lambda: [1
  for y
   in 
    [1]
  for z in
   3
   ])
