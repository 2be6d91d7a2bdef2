package hints

// A holding is what the system knows of those who hold a port.
type holding struct {
	known     bool     // the rest could be found out
	by        []string // other processes
	listening bool     // somebody holds it, who can't be seen
	waiting   int      // connections without a process, in TIME_WAIT mostly
}
