# A script that puts functions of its own in the place of built-ins.
import builtins
from unittest.mock import patch, mock_open

def f():
    return len([1]), open("x")
builtins.open = lambda *a: "own open"
print(open("x"))
size = len
builtins.len = lambda x: 99
print(len([]), f())
del builtins.len
try:
    f()
except NameError as e:
    print(e)
builtins.len = size
builtins.new = 5
print(new)
with patch("builtins.open", mock_open(read_data="data\n")) as m:
    with open("f") as file:
        print(file.read())
    m.assert_called_with("f")
print(open("x"))
shown = print
builtins.print = lambda *a: shown("printed", *a)
print("x")
