if 1:
        print "eight spaces"
	print "one tab"
if 1:
    if 2:
	print "a tab is eight"
    print "four"
