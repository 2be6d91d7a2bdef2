package syntax

import (
	"sync"
	"unique"
)

// interned are the handles of strings. One that nobody holds forgets its string
// when the collector runs, though the string is still in use: the next of its
// like would be another one.
var interned struct {
	sync.Mutex
	handles map[unique.Handle[string]]struct{}
}

// mostInterned is how many are held: all names of programs, but not whatever a
// script may invent.
const mostInterned = 1 << 16

// Intern returns the one string of these characters that is identical to all
// others which were interned.
func Intern(s string) string {
	h := unique.Make(s)
	interned.Lock()
	defer interned.Unlock()
	if interned.handles == nil {
		interned.handles = make(map[unique.Handle[string]]struct{})
	}
	if len(interned.handles) < mostInterned {
		interned.handles[h] = struct{}{}
	}
	return h.Value()
}
