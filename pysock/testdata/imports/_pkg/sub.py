print("_pkg.sub runs")
what = "sub"
def fail():
    return missing_in_sub
