package syntax

// A Dialect is the language that a file is written in. It is passed down as a
// value; nothing in this project keeps it in a package variable.
type Dialect uint8

// The dialects.
const (
	Auto     Dialect = iota // not decided: Parse infers Python2 or Python3
	Python2                 // as CPython 2.7 reads it
	Python3                 // as CPython 3.11 reads it
	Starlark                // .star files; they have Starlark's own parser
)

// String returns the name a person would use.
func (d Dialect) String() string {
	switch d {
	case Python2:
		return "Python 2"
	case Python3:
		return "Python 3"
	case Starlark:
		return "Starlark"
	}
	return "auto"
}
