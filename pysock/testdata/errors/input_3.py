a = input("prompt: ")
print(repr(a))
print(input(), input(5))
input("no more")
