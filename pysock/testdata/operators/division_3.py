print(7 / 2, -7 / 2, 4 / 2, 7 // 2, 1 / 3, True / 2)
print(10**20 / 3, 2**64 / 2**63, 10**400 / 10**399)
x = 9
x /= 2
print(x)
print(1 / 0)
# ---
print(1 % 0)
# ---
print(1.0 / 0)
# ---
print(1 // 0.0)
# ---
print(1.5 % 0)
# ---
print(0 ** -1)
# ---
print(divmod(1, 0))
# ---
print(10**400 / 3)
# ---
print(float(10**400))
# ---
print(10**400 * 1.0)
# ---
print(2.0 ** 10000)
# ---
x = 0
print(5 // x)
