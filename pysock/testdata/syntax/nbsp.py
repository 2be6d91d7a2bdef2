# own: CPython rejects non-breaking spaces
x = 1
if x:
  print(x)
