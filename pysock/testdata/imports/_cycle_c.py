from _cycle_d import thing
other = 1
