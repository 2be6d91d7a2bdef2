def collatz(n):
    steps = 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps += 1
    return steps
print(collatz(27))
l = [1, 2, 3]
while l:
    print(l.pop())
while 1:
    while 1:
        break
    break
print("out")
n = 10
while n:
    n -= 1
    if n % 2: continue
    if n < 4: break
print(n)
s = ""
while not s.endswith("xx"):
    s += "x"
print(s)
while 1.5:
    break
while "": pass
i = 0
while i < 100000:
    i += 1
print(i)
def f():
    while True:
        while True:
            return "returned"
print(f())
