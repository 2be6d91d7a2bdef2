package hints

// Rows returns the names of all rows, in order.
func Rows() []string {
	var list []string
	for _, t := range tables() {
		for _, r := range t {
			list = append(list, r.name)
		}
	}
	return list
}
