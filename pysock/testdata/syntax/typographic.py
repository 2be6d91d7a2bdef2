# own: CPython doesn't read typographic quotes
print(“double”, ‘single’)
x = “it's” + 'a “quoted” word'
print(x)
