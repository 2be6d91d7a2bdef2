package pytime

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestRandom asks CPython thousands of questions that no record holds.
func TestRandom(t *testing.T) {
	for _, d := range dialects {
		for _, tz := range []string{"UTC", "Europe/Berlin", "America/New_York", "EST5EDT", "Australia/Sydney", "Europe/Dublin", "Asia/Tehran", "Africa/Casablanca"} {
			t.Run(d.name+"/"+tz, func(t *testing.T) {
				exprs := questions(d, rand.New(rand.NewPCG(1, uint64(len(tz)))))
				compare(t, exprs, d.answer(t, tz, exprs), d.ask(t, tz, exprs), nil)
			})
		}
	}
}

func questions(d dialect, r *rand.Rand) []string {
	pick := func(s string) string { return s[r.IntN(len(s)):][:1] }
	between := func(lo, hi int) int { return lo + r.IntN(hi-lo+1) }
	second := func() int {
		switch r.IntN(4) {
		case 0:
			return between(-1<<38, 1<<38)
		case 1:
			return between(-1<<31, 1<<31)
		}
		return between(0, 2_000_000_000)
	}
	format := func() string {
		var b strings.Builder
		for range between(1, 3) {
			b.WriteByte('%')
			flags := "_-0^#"
			modifier := ""
			if r.IntN(6) == 0 { // without #: in glibc %#Eh, which is none, is %#EH
				flags, modifier = "_-0^", pick("EO")
			}
			for r.IntN(3) == 0 {
				b.WriteString(pick(flags))
			}
			if r.IntN(4) == 0 {
				fmt.Fprint(&b, between(1, 12))
			}
			b.WriteString(modifier)
			b.WriteString(pick("aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%+&!oqQ"))
			b.WriteString(pick(" -/:x"))
		}
		return b.String()
	}
	year := func() int {
		if d.name == "python3" && r.IntN(5) == 0 {
			return between(-3000, 15000)
		}
		return between(1900, 2100)
	}
	// strptime's own formats, and texts that nearly fit them.
	parts := []string{"%Y", "%m", "%d", "%H", "%M", "%S", "%j", "%y", "%a", "%A", "%b", "%B", "%p", "%I", "%w", "%U", "%W", "%c", "%x", "%X", "%f", "%Z"}
	if d.name == "python3" {
		parts = append(parts, "%G", "%V", "%u", "%z")
	}
	var qs []string
	for range 300 {
		qs = append(qs,
			fmt.Sprintf("time.localtime(%d)", second()),
			fmt.Sprintf("time.ctime(%d.%d)", second(), r.IntN(10)),
			fmt.Sprintf("time.strftime(%q, time.localtime(%d))", format(), second()),
			fmt.Sprintf("time.strftime(%q, (%d, %d, %d, %d, %d, %d, %d, %d, %d))", format(), year(), between(0, 12), between(0, 31),
				between(0, 23), between(0, 59), between(0, 61), between(-1, 8), between(0, 366), between(-1, 1)),
			fmt.Sprintf("time.mktime((%d, %d, %d, %d, %d, %d, 0, 0, %d))", year(), between(-3, 15), between(-3, 40),
				between(-30, 50), between(-90, 90), between(-90, 90), between(-1, 1)),
		)
		r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		f := strings.Join(parts[:between(1, 5)], pick(" -:")+pick(" /"))
		if !ambiguous(f) {
			qs = append(qs, fmt.Sprintf("time.strptime(time.strftime(%q, time.localtime(%d)), %q)", strings.ReplaceAll(f, "%f", "12345"), second()%(1<<35), f))
		}
	}
	return qs
}

// ambiguous reports whether a format says one thing twice, see the package
// comment.
func ambiguous(format string) bool {
	for _, group := range []string{"YycxG", "mbBcxj", "aAwuc", "UW", "dcxj", "HIcX", "McX", "ScX"} {
		n := 0
		for _, c := range group {
			n += strings.Count(format, "%"+string(c))
		}
		if n > 1 {
			return true
		}
	}
	return false
}
