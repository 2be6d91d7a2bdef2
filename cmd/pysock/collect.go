package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// The heap of a script is small; collecting it less often costs little memory
// and saves a sixth of the time of one that moves much data. That is no longer
// true of a heap that is large, or of a server with thousands of threads: its
// garbage would come to several times what it needs. So garbage may always be
// as much as what lives, and up to four times that where it is no more than
// spareGarbage.
const (
	mostGarbage  = 400 // percent
	leastGarbage = 100
	spareGarbage = 128 << 20 // bytes
)

// collectSeldom sets how much garbage there may be, now and after each
// collection. Who sets GOGC decides himself.
func collectSeldom() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(mostGarbage)
	g := &garbage{percent: mostGarbage, live: []metrics.Sample{{Name: "/gc/heap/live:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"}}}
	g.watch()
}

type garbage struct {
	percent int
	live    []metrics.Sample
}

// watch waits for the next collection.
func (g *garbage) watch() {
	runtime.AddCleanup(new([64]byte), (*garbage).adjust, g)
}

// adjust is called after a collection. Setting the percentage stops the world,
// so small changes are passed over.
func (g *garbage) adjust() {
	metrics.Read(g.live)
	live := max(1, g.live[0].Value.Uint64()+g.live[1].Value.Uint64())
	percent := int(min(mostGarbage, max(leastGarbage, spareGarbage*100/live)))
	if percent*4 < g.percent*3 || percent*3 > g.percent*4 {
		debug.SetGCPercent(percent)
		g.percent = percent
	}
	g.watch()
}
