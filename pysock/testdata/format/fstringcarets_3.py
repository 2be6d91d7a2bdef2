print(f"{}")
# ---
print(f"{a b}")
# ---
print(f"{")
# ---
print(f"}")
# ---
print(f"{1!z}")
