package pysock_test

import "strings"

// diff shows what differs between two texts, line by line: with - what only the
// second has, with + what only the first has.
func diff(got, want string) string {
	x, y := strings.Split(got, "\n"), strings.Split(want, "\n")
	// common[i][j] is how many lines x[i:] and y[j:] have in common, in order.
	common := make([][]int, len(x)+1)
	for i := range common {
		common[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i] == y[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var b strings.Builder
	const context = 3
	for i, j, last := 0, 0, -context-1; i < len(x) || j < len(y); {
		switch {
		case i < len(x) && j < len(y) && x[i] == y[j]:
			i, j = i+1, j+1
			continue
		case i-last > context:
			b.WriteString("@@\n")
			for _, line := range x[max(i-context, 0):i] {
				b.WriteString("  " + line + "\n")
			}
		}
		if j == len(y) || i < len(x) && common[i+1][j] >= common[i][j+1] {
			b.WriteString("+ " + x[i] + "\n")
			i++
		} else {
			b.WriteString("- " + y[j] + "\n")
			j++
		}
		last = i
	}
	return b.String()
}
