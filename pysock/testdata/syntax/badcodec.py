# coding: nothing-like-it
print(1)
# differs: other words, and line 0
