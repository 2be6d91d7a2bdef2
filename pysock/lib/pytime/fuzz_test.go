package pytime

import "testing"

// Any text and format give a time or an error, and any such time can be
// formatted and converted.
func FuzzFormats(f *testing.F) {
	for _, format := range []string{"%a %b %d %H:%M:%S %Y", "%G-W%V-%u", "%Y %U %w", "%z %Z %f", "%^10c%-5E%%_s"} {
		f.Add("Sat Sep  5 03:04:05 2009", format, false)
		f.Add("2009-W36-6", format, true)
	}
	z := localZone(nil)
	f.Fuzz(func(t *testing.T, text, format string, python2 bool) {
		p := parser{python2: python2, bytes: python2, zones: [2][]string{{"utc", "gmt"}, {"cest"}}}
		b, err := p.parse(text, format)
		if err != nil {
			b = tm{year: len(text), mon: len(format), wday: -len(text)}
		}
		z.mktime(&b)
		if b.fix() == "" {
			strftime(format, &b, z, 4096)
			b.ascii()
		}
	})
}
