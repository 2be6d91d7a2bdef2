try:
    list(zz for k in (1,2))
except NameError as e: print(e)
try:
    [zz for k in (1,2)]
except NameError as e: print(e)
try:
    {zz for k in (1,2)}
except NameError as e: print(e)
try:
    (lambda: zz)()
except NameError as e: print(e)
