package builtins

// CharName returns the Unicode name of a character, or "".
func CharName(r rune) string { return "" }

// CharByName returns the character of that name.
func CharByName(name string) (rune, bool) { return 0, false }
