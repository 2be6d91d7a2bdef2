é = 5
print(é, 1)
