print("abc".__len__(), "a".__add__("b"))
