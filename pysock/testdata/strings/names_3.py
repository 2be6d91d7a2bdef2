# differs: there is no table of all names of characters
print("\N{LATIN SMALL LETTER E WITH ACUTE}")
