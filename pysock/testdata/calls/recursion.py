import sys
def depth(n):
    if n == 0:
        return 0
    return 1 + depth(n - 1)
print(depth(900))
sys.setrecursionlimit(60)
def forever(n):
    return forever(n + 1)
forever(0)
