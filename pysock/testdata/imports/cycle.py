import _cycle_a
print(_cycle_a.name, _cycle_a.other())
from _cycle_b import back
print(back())
import _cycle_c
