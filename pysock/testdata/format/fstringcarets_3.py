# differs: the errors in f-strings have our words, and mark the place
print(f"{}")
# ---
print(f"{a b}")
# ---
print(f"{")
# ---
print(f"}")
# ---
print(f"{1!z}")
