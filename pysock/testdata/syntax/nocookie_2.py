# differs: a Python 2 script without an encoding declaration is read as UTF-8
print(1)
x = "é"
