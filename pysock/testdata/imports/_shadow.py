def len(x):
    return "shadow of " + x
