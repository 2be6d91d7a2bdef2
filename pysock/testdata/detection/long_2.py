print(10L, 1)
