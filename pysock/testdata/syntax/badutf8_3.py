print(1)
x = "é"
# differs: the line is shown
