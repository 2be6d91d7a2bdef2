package pypickle

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// batchSize is how many elements one APPENDS, SETITEMS or ADDITEMS takes.
const batchSize = 1000

// save writes v.
func (p *pickler) save(v starlark.Value) error {
	t := p.rt.Current()
	if err := p.boundary(t); err != nil {
		return err
	}
	if p.persistentID != nil {
		if done, err := p.savePersistent(t, v); done || err != nil {
			return err
		}
	}
	switch v := v.(type) {
	case starlark.NoneType:
		p.op(opNone)
		return nil
	case object.Bool:
		p.saveBool(bool(v))
		return nil
	case starlark.Bool:
		p.saveBool(bool(v))
		return nil
	case starlark.Int:
		if _, ok := v.Int64(); !ok || !p.py2 {
			return p.saveInt(v, p.py2)
		}
		return p.saveInt(v, false)
	case object.Long:
		return p.saveInt(v.Int(), true)
	case starlark.Float:
		p.saveFloat(float64(v))
		return nil
	}
	if i, ok := p.memo.find(v); ok {
		p.recall(i)
		return nil
	}
	switch v := v.(type) {
	case starlark.String:
		if p.py2 {
			return p.saveString(v)
		}
		return p.saveText(v, string(v))
	case *object.Text:
		return p.saveText(v, v.Value())
	case starlark.Bytes:
		return p.saveBytes(v)
	}
	if p.depth++; p.depth > p.limit {
		return object.RecursionError.Errorf("maximum recursion depth exceeded while pickling an object")
	}
	defer func() { p.depth-- }()
	switch v := v.(type) {
	case *object.Dict:
		if !p.fast {
			return p.saveDict(v)
		}
		return p.fastly(v, func() error { return p.saveDict(v) })
	case *object.List:
		if !p.fast {
			return p.saveList(v)
		}
		return p.fastly(v, func() error { return p.saveList(v) })
	case starlark.Tuple:
		return p.saveTuple(v)
	case *object.Set:
		if p.proto >= 4 {
			return p.saveSet(v)
		}
	case *builtins.Bytearray:
		if p.proto >= 5 {
			return p.bytearrayData(string(v.B), v)
		}
		if !p.py2 {
			args := starlark.Tuple{}
			if len(v.B) > 0 {
				args = starlark.Tuple{starlark.Bytes(v.B)}
			}
			return p.saveReduce(starlark.Tuple{v.Class(), args}, v)
		}
	case *buffer:
		return p.saveBuffer(t, v)
	}
	return p.saveOther(t, v)
}

// fastNesting is how deep containers nest in fast mode before a pickler looks
// whether they contain themselves.
const fastNesting = 50

// fastly saves a container; in fast mode, where nothing is memoized, it raises
// ValueError if that contains itself.
func (p *pickler) fastly(v starlark.Value, save func() error) error {
	if p.nested++; p.nested >= fastNesting {
		id := object.IdentityOf(v)
		if p.open[id] {
			p.nested = 0
			return object.ValueError.Errorf("fast mode: can't pickle cyclic objects including object type %s at 0x%x", object.TypeName(v), object.ID(v))
		}
		if p.open == nil {
			p.open = make(map[object.Identity]bool)
		}
		p.open[id] = true
		defer delete(p.open, id)
	}
	defer func() { p.nested-- }()
	return save()
}

// savePersistent writes the persistent id of v, if the script has one for it.
func (p *pickler) savePersistent(t *object.Thread, v starlark.Value) (bool, error) {
	ask := p.persistentID
	id, err := t.Call(ask, v)
	if err != nil || id == starlark.None {
		return false, err
	}
	if p.proto > 0 {
		p.persistentID = nil // the id has none of its own
		err := p.save(id)
		p.persistentID = ask
		p.op(opBinPersID)
		return true, err
	}
	text, err := builtins.Str(t, id)
	if err != nil {
		return true, err
	}
	s, _ := object.AsText(text)
	if !p.py2 && !object.IsASCII(s) {
		return true, p.errorf("persistent IDs in protocol 0 must be ASCII strings")
	}
	p.text(opPersID, s)
	return true, nil
}

func (p *pickler) saveList(v *object.List) error {
	if p.proto > 0 {
		p.op(opEmptyList)
	} else {
		p.op(opMark, opList)
	}
	if err := p.memoize(v); err != nil || len(v.Elems) == 0 {
		return err
	}
	if p.proto == 0 || p.py2 {
		i := 0
		return p.appendBatches(func() (starlark.Value, error) {
			if i >= len(v.Elems) {
				return nil, nil
			}
			i++
			return v.Elems[i-1], nil
		})
	}
	if len(v.Elems) == 1 {
		if err := p.save(v.Elems[0]); err != nil {
			return err
		}
		p.op(opAppend)
		return nil
	}
	for i := 0; i < len(v.Elems); { // it may change on the way
		p.op(opMark)
		for n := 0; n < batchSize && i < len(v.Elems); n++ {
			if err := p.save(v.Elems[i]); err != nil {
				return err
			}
			i++
		}
		p.op(opAppends)
	}
	return nil
}

// appendBatches writes the elements that next gives, in batches. The first of
// a batch waits for the second: a single one needs no mark.
func (p *pickler) appendBatches(next func() (starlark.Value, error)) error {
	return p.batches(next, opAppend, opAppends, p.save)
}

// setBatches does the same for pairs of key and value.
func (p *pickler) setBatches(next func() (starlark.Value, error)) error {
	return p.batches(next, opSetItem, opSetItems, func(v starlark.Value) error {
		kv, ok := v.(starlark.Tuple)
		if !ok || len(kv) != 2 {
			return object.TypeError.Errorf("dict items iterator must return 2-tuples")
		}
		if err := p.save(kv[0]); err != nil {
			return err
		}
		return p.save(kv[1])
	})
}

func (p *pickler) batches(next func() (starlark.Value, error), one, many byte, save func(starlark.Value) error) error {
	if p.proto == 0 {
		for {
			v, err := next()
			if v == nil || err != nil {
				return err
			}
			if err := save(v); err != nil {
				return err
			}
			p.op(one)
		}
	}
	for {
		v, err := next()
		if v == nil || err != nil {
			return err
		}
		w, err := next()
		if err != nil {
			return err
		}
		if w == nil {
			if err := save(v); err != nil {
				return err
			}
			p.op(one)
			return nil
		}
		p.op(opMark)
		if err := save(v); err != nil {
			return err
		}
		n := 1
		for w != nil {
			if err := save(w); err != nil {
				return err
			}
			if n++; n == batchSize {
				break
			}
			if w, err = next(); err != nil {
				return err
			}
		}
		p.op(many)
		if n < batchSize {
			return nil
		}
	}
}

func (p *pickler) saveDict(v *object.Dict) error {
	if p.proto > 0 {
		p.op(opEmptyDict)
	} else {
		p.op(opMark, opDict)
	}
	if err := p.memoize(v); err != nil || v.Len() == 0 {
		return err
	}
	size := v.Len()
	changed := func() error {
		if v.Len() != size {
			return object.RuntimeError.Errorf("dictionary changed size during iteration")
		}
		return nil
	}
	if p.proto == 0 || p.py2 || size == 1 {
		it := v.Walk(func(k, x starlark.Value) starlark.Value { return starlark.Tuple{k, x} }, false)
		return p.setBatches(func() (starlark.Value, error) {
			var v starlark.Value
			if it.Next(&v) {
				return v, nil
			}
			return nil, it.Err()
		})
	}
	var k, x starlark.Value
	it := v.Walk(func(key, val starlark.Value) starlark.Value {
		k, x = key, val
		return key
	}, false)
	for n := batchSize; n == batchSize; {
		p.op(opMark)
		var next starlark.Value
		for n = 0; n < batchSize && it.Next(&next); n++ {
			if err := p.save(k); err != nil {
				return err
			}
			if err := p.save(x); err != nil {
				return err
			}
		}
		if err := it.Err(); err != nil {
			return err
		}
		p.op(opSetItems)
		if err := changed(); err != nil {
			return err
		}
	}
	return nil
}

// saveSet saves a set or frozenset from protocol 4 on.
func (p *pickler) saveSet(v *object.Set) error {
	elems, size := v.Elems(), v.Len()
	if v.Frozen {
		p.op(opMark)
		for _, e := range elems {
			if err := p.save(e); err != nil {
				return err
			}
		}
		if i, ok := p.memo.find(v); ok { // a part of it has led back to it
			p.op(opPopMark)
			p.recall(i)
			return nil
		}
		p.op(opFrozenSet)
		return p.memoize(v)
	}
	p.op(opEmptySet)
	if err := p.memoize(v); err != nil || size == 0 {
		return err
	}
	for n := batchSize; n == batchSize; {
		p.op(opMark)
		for n = 0; n < batchSize && n < len(elems); n++ {
			if err := p.save(elems[n]); err != nil {
				return err
			}
		}
		elems = elems[n:]
		p.op(opAddItems)
		if v.Len() != size {
			return object.RuntimeError.Errorf("set changed size during iteration")
		}
	}
	return nil
}

func (p *pickler) saveTuple(v starlark.Tuple) error {
	n := len(v)
	short := n <= 3 && p.proto >= 2
	switch {
	case n == 0 && p.proto > 0:
		p.op(opEmptyTuple)
		return nil
	case n == 0:
		p.op(opMark, opTuple)
		return nil
	case !short:
		p.op(opMark)
	}
	for _, e := range v {
		if err := p.save(e); err != nil {
			return err
		}
	}
	if i, ok := p.memo.find(v); ok { // an element has led back to it
		switch {
		case short:
			p.pop(n)
		case p.proto > 0:
			p.op(opPopMark)
		default:
			p.pop(n + 1)
		}
		p.recall(i)
		return nil
	}
	if short {
		p.op(opTuple1 + byte(n-1))
	} else {
		p.op(opTuple)
	}
	return p.memoize(v)
}

func (p *pickler) pop(n int) {
	for range n {
		p.op(opPop)
	}
}
