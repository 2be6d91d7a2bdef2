raise ValueError(u'\xdf')
# ---
raise ValueError('\xc3\x9f')
# ---
raise KeyError(u'\xdf')
