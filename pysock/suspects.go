package pysock

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
)

// warnOf warns of what a file hardly means. Where a filter makes an error of a
// warning, that is a SyntaxError at the place.
func (r *Runtime) warnOf(f *syntax.File) error {
	for _, w := range f.Warnings {
		category := object.SyntaxWarning
		if w.Deprecated {
			category = object.DeprecationWarning
		}
		if err := r.rt.Current().WarnAt(category, f.Path, int(w.Start.Line), w.Msg); err != nil {
			if object.Is(err, category, r.rt.Dialect) {
				return w.Error
			}
			return err
		}
	}
	return nil
}
