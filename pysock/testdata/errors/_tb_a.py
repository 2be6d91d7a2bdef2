import _tb_b
def go(a, b):
    if a:
        for i in range(3):
            while True:
                return _tb_b.divide(a, b)  # a comment
