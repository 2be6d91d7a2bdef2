package builtins

import "slices"

// Timsort, as Python's listsort.txt describes it: a stable merge sort of the runs
// that are there already. It asks only for <, and up to 64 elements in the very
// order in which CPython asks, as scripts count and print these questions. Merges
// of longer lists do without galloping.

// minRun is the least length of the runs to merge, for n elements: n / 2^k
// between 32 and 64, rounded up.
func minRun(n int) int {
	odd := 0
	for n >= 64 {
		odd |= n & 1
		n /= 2
	}
	return n + odd
}

// timSort sorts a.
func timSort[K any](a []item[K], less func(a, b K) (bool, error)) error {
	least := minRun(len(a))
	var runs []int // where those that wait to be merged begin
	var tmp []item[K]
	// merge joins the run that waits as number i with the one behind it.
	merge := func(i, end int) error {
		lo, mid := runs[i], runs[i+1]
		if i+2 < len(runs) {
			end = runs[i+2]
		}
		runs = slices.Delete(runs, i+1, i+2)
		if tmp == nil {
			tmp = make([]item[K], len(a))
		}
		return mergeRuns(a[lo:end], mid-lo, tmp, less)
	}
	for at := 0; at < len(a); {
		n, err := run(a[at:], less)
		if err != nil {
			return err
		}
		if want := min(least, len(a)-at); n < want {
			if err := insertSort(a[at:at+want], n, less); err != nil {
				return err
			}
			n = want
		}
		runs = append(runs, at)
		at += n
		for len(runs) > 1 { // each run is longer than the two behind it together
			i := len(runs) - 2
			last, before := at-runs[i+1], runs[i+1]-runs[i]
			switch {
			case i > 0 && runs[i]-runs[i-1] <= before+last:
				if runs[i]-runs[i-1] < last {
					i--
				}
			case before > last:
				i = -1
			}
			if i < 0 {
				break
			}
			if err := merge(i, at); err != nil {
				return err
			}
		}
	}
	for len(runs) > 1 {
		if err := merge(len(runs)-2, len(a)); err != nil {
			return err
		}
	}
	return nil
}

// run returns the length of the run that a begins with. If it falls, it is turned
// round; it falls only where no two elements are equal.
func run[K any](a []item[K], less func(a, b K) (bool, error)) (int, error) {
	if len(a) < 2 {
		return len(a), nil
	}
	falls, err := less(a[1].key, a[0].key)
	if err != nil {
		return 0, err
	}
	n := 2
	for ; n < len(a); n++ {
		before, err := less(a[n].key, a[n-1].key)
		if err != nil {
			return 0, err
		}
		if before != falls {
			break
		}
	}
	if falls {
		slices.Reverse(a[:n])
	}
	return n, nil
}

// insertSort sorts a, of which the first n elements are sorted: each of the others
// goes behind those that it isn't less than.
func insertSort[K any](a []item[K], n int, less func(a, b K) (bool, error)) error {
	for ; n < len(a); n++ {
		x := a[n]
		lo, hi := 0, n
		for lo < hi {
			mid := lo + (hi-lo)/2
			before, err := less(x.key, a[mid].key)
			if err != nil {
				return err
			}
			if before {
				hi = mid
			} else {
				lo = mid + 1
			}
		}
		copy(a[lo+1:n+1], a[lo:n])
		a[lo] = x
	}
	return nil
}

// mergeRuns merges a[:m] and a[m:]; tmp has room for the first.
func mergeRuns[K any](a []item[K], m int, tmp []item[K], less func(a, b K) (bool, error)) error {
	if before, err := less(a[m].key, a[m-1].key); !before || err != nil {
		return err // in order already
	}
	copy(tmp, a[:m])
	i, j, k := 0, m, 0
	for i < m && j < len(a) {
		before, err := less(a[j].key, tmp[i].key)
		if err != nil {
			copy(a[k:], tmp[i:m]) // nothing is lost
			return err
		}
		if before {
			a[k] = a[j]
			j++
		} else {
			a[k] = tmp[i]
			i++
		}
		k++
	}
	copy(a[k:], tmp[i:m])
	return nil
}
