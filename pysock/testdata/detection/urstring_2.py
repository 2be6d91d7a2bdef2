print(ur"\d", 1)
