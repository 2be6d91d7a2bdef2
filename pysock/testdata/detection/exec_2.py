exec "y = 1"
print(y, 1)
