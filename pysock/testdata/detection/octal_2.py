mode = 0755
print(mode, 1 / 2)
