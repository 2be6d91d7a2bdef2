filed = "from file"
def double(x): return x * 2
print __name__
