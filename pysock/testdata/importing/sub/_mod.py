count = globals().get('count', 0) + 1
def get():
    return count
