#!/usr/bin/env python2
print("a", "b")
print(1 / 2)
