# differs: identifiers are not normalised (NFKC)
ﬁ = "ligature"
print(fi)
