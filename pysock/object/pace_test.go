package object

import (
	"testing"
	"time"
)

func TestPace(t *testing.T) {
	ago := func(p *pace, d time.Duration) int {
		p.since = time.Now().Add(-d)
		return p.next()
	}
	var p pace
	if n := p.next(); n != sliceSteps {
		t.Errorf("at first there are %d steps", n)
	}
	for range 8 {
		ago(&p, time.Hour)
	}
	if p.steps != leastSteps {
		t.Errorf("%d steps that take long are left", p.steps)
	}
	p.waited = true
	if n := ago(&p, time.Hour); n != leastSteps {
		t.Errorf("after a wait there are %d steps", n)
	}
	p.since = time.Now().Add(time.Hour) // no time has passed
	if n := p.next(); n != 2*leastSteps {
		t.Errorf("after quick ones there are %d steps", n)
	}
}
