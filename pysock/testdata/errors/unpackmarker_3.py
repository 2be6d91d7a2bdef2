# differs: the whole target is marked, not the part that fails
(a, b), c = 1, 2
