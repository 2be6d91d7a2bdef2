print("mark")
