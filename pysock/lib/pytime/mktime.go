package pytime

import "time"

// mktime returns the seconds since the Epoch at which it is the local time t,
// whose fields may be out of range, and false if there are none. (mktime(3))
//
// Local time isn't a function one can invert: an hour may come twice or not at
// all, and the caller may claim by isdst a kind of time that isn't in force
// then. What glibc answers in these cases depends on how it searches, so this
// searches the same way: from the offset found last time, step by step, until
// a step changes nothing or two guesses take turns.
func (z *zone) mktime(t *tm) (int64, bool) {
	sec := max(0, min(t.sec, 59))
	utc := time.Date(t.year, time.Month(t.mon), t.mday, t.hour, t.min, sec, 0, time.UTC).Unix()
	isdst := -1
	if t.isdst >= 0 {
		isdst = min(t.isdst, 1)
	}
	at, dst := z.settle(utc, isdst)
	if isdst >= 0 && dst != isdst {
		at = z.claimed(utc, at, isdst)
	}
	z.guess = int(at - utc)
	at += int64(t.sec - sec)
	year := z.at(at).Year()
	return at, minYear <= year && year <= maxYear
}

// settle finds the seconds whose local time is utc read as a local time.
func (z *zone) settle(utc int64, isdst int) (at int64, dst int) {
	at = utc + int64(z.guess)
	before, last, lastDST := at, at, 0
	for range 6 {
		off, now := z.offset(at)
		next := utc - int64(off)
		dst = now
		if next == at {
			break
		}
		if at == before && at != last { // in a gap: two offsets take turns
			if isdst < 0 && lastDST <= dst || isdst >= 0 && isdst != dst {
				break
			}
		}
		before, last, at, lastDST = last, at, next, dst
	}
	return at, dst
}

// claimed is the answer for a caller who says by isdst that it is daylight
// time where it isn't, or the other way round: the offset of the nearest such
// time holds, looked for in steps of a week and seven years at most each way;
// where there is none, an hour's difference.
func (z *zone) claimed(utc, at int64, isdst int) int64 {
	const (
		step  = 601200
		reach = 457243209/2 + step
	)
	for delta := int64(step); delta < reach; delta += step {
		for _, near := range []int64{at - delta, at + delta} {
			if off, dst := z.offset(near); dst == isdst {
				return utc - int64(off)
			}
		}
	}
	return at + 3600*int64(1-2*isdst)
}
