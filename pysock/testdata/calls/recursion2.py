# A loop of two functions and a lambda.
import sys
sys.setrecursionlimit(60)
def a(n):
    return b(n)
b = lambda n: a(n)
print("start")
a(1)
