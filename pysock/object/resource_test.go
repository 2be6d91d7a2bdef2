package object

import (
	"testing"
	"time"
)

// TestCollectionDelay holds when a collection may come: what that promises to a
// peer can't be measured on a machine that is busy with other things.
func TestCollectionDelay(t *testing.T) {
	const ms = time.Millisecond
	for _, c := range []struct {
		cost          time.Duration
		doubts        int32
		whole, busy   bool
		again, second bool
		want          time.Duration
	}{
		{cost: 2 * ms, whole: true, want: 8 * ms},
		{cost: 20 * ms, whole: true, want: 80 * ms},
		{cost: 1 * ms, whole: true, busy: true, want: 20 * ms},
		{cost: 2 * ms, whole: true, busy: true, want: busyDelay},
		{cost: 20 * ms, whole: true, busy: true, want: 80 * ms},
		{cost: 2 * ms, whole: true, doubts: 1, want: 20 * ms},
		{cost: 2 * ms, whole: true, doubts: 3, want: 80 * ms},
		{cost: 2 * ms, whole: true, doubts: 99, want: quietShare * 2 * ms},
		{cost: 2 * ms, want: busyShare * 2 * ms},
		{cost: 2 * ms, doubts: 1, want: quietShare * 2 * ms},
		{cost: 20 * ms, whole: true, again: true, want: 0},
		{cost: 20 * ms, whole: true, doubts: 2, again: true, second: true, want: 80 * ms},
	} {
		r := new(Resource)
		r.doubts.Store(c.doubts)
		s := &resources{cost: c.cost, last: time.Now()}
		s.second.Store(c.second)
		s.again.Store(c.again)
		got := s.delay([]*Resource{r}, c.whole, c.busy)
		if s.last = s.last.Add(-got); got > c.want || got < c.want-ms && time.Since(s.last) < got+ms {
			t.Errorf("%+v: %v", c, got)
		}
		s.last = time.Now().Add(-c.want)
		if got := s.delay([]*Resource{r}, c.whole, c.busy); got != 0 {
			t.Errorf("%+v: %v later it is still %v", c, c.want, got)
		}
	}
	if got := new(resources).delay(nil, true, false); got >= 0 {
		t.Errorf("nothing is missing: %v", got)
	}
}

// BenchmarkTrack is what a socket pays that is opened and closed.
func BenchmarkTrack(b *testing.B) {
	b.ReportAllocs()
	rt := new(Runtime)
	for b.Loop() {
		x := new([4]*int)
		Track(rt, x, nil, func(*Thread) {}).Untrack()
	}
}
