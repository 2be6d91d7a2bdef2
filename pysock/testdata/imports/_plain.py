print("_plain runs")
value = 1
def func():
    return "func of _plain"
def get():
    return value
def see_added():
    return added
def call_func():
    return func()
def main_name():
    return __name__
_hidden = "hidden"
