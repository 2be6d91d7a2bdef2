def say(x):
    print("made %s" % x)
    return x
g = (say(i) for i in range(3))
print("nothing made yet")
for v in g:
    print("got %s" % v)
def h(n):
    def stop(v):
        n.append(v)
        return v > 2
    return any(stop(v) for v in range(9)), n
print(h([]))
