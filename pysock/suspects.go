package pysock

import (
	"example.com/pysock/pysock/object"
	"example.com/pysock/pysock/syntax"
)

// warnOf warns of what the file at path hardly means. Where a filter makes an error of a
// warning, that is a SyntaxError at the place.
func (r *Runtime) warnOf(path string, warnings []syntax.Warning) error {
	for _, w := range warnings {
		category := object.SyntaxWarning
		if w.Deprecated {
			category = object.DeprecationWarning
		}
		if err := r.rt.Current().WarnAt(category, path, int(w.Start.Line), w.Msg); err != nil {
			if object.Is(err, category, r.rt.Dialect) {
				return w.Error
			}
			return err
		}
	}
	return nil
}
