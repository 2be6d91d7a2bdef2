print(1)
# comment without newline