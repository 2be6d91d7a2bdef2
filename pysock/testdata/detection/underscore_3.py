print(1_000, 2)
