#!/usr/bin/env python3
print("a", "b")
print(1 / 2)
