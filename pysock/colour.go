package pysock

// A palette is the colours in which an exception is shown, which are those of
// CPython 3.13.
type palette struct {
	place   colour // a file, a line's number, a function
	class   colour // of the exception
	message colour
	mark    colour // what stands under a line of source
}

// A colour is the parameters of ANSI's sequence for it, or "" for none.
type colour string

var (
	plain    palette
	coloured = palette{place: "35", class: "1;35", message: "35", mark: "1;31"}
)

// paint returns text in a colour.
func (c colour) paint(text string) string {
	if c == "" || text == "" {
		return text
	}
	return "\x1b[" + string(c) + "m" + text + "\x1b[0m"
}
