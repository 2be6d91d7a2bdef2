package pyitertools

import (
	"example.com/pysock/pysock/builtins"
	"example.com/pysock/pysock/object"
	"go.starlark.net/starlark"
)

// The combinatoric iterators walk over indices into pools of values, in
// lexicographic order.

// An odometer gives the next indices; false at the end.
type odometer func() bool

// picked gives the values at the indices, which move on before each step but
// the first.
func picked(pools func(i int) []starlark.Value, indices []int, move odometer, empty bool) step {
	first := true
	return func(*object.Thread) (starlark.Value, error) {
		if empty || !first && !move() {
			empty = true
			return nil, nil
		}
		first = false
		row := make(starlark.Tuple, len(indices))
		for i, at := range indices {
			row[i] = pools(i)[at]
		}
		return row, nil
	}
}

func onePool(pool []starlark.Value) func(int) []starlark.Value {
	return func(int) []starlark.Value { return pool }
}

// newProduct is product(*iterables, repeat=1).
func newProduct(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	var repeat starlark.Value = starlark.MakeInt(1)
	if err := object.Keywords(t, "product", nil, kwargs, 0, "repeat", &repeat); err != nil {
		return nil, err
	}
	n, err := builtins.Size(t, repeat)
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, object.ValueError.Errorf("repeat argument cannot be negative")
	}
	if len(args) > 0 && n > 1<<24/len(args) {
		return nil, object.OverflowError.Errorf("repeat argument too large")
	}
	if len(args) == 0 {
		n = 0
	}
	pools := make([][]starlark.Value, 0, n*len(args))
	empty := false
	if n > 0 {
		for _, v := range args {
			pool, err := builtins.Elements(t, v)
			if err != nil {
				return nil, err
			}
			pools = append(pools, pool)
			empty = empty || len(pool) == 0
		}
	}
	for i := len(args); i < n*len(args); i++ {
		pools = append(pools, pools[i-len(args)])
	}
	indices := make([]int, len(pools))
	return picked(func(i int) []starlark.Value { return pools[i] }, indices, func() bool {
		for i := len(indices) - 1; i >= 0; i-- {
			if indices[i]++; indices[i] < len(pools[i]) {
				return true
			}
			indices[i] = 0
		}
		return false
	}, empty), nil
}

// poolAndLength takes (iterable, r); where r may be left out it is the length
// of the pool.
func poolAndLength(t *object.Thread, name string, args starlark.Tuple, kwargs []starlark.Tuple, min int) (pool []starlark.Value, r int, err error) {
	var iterable starlark.Value
	length := starlark.Value(starlark.None)
	given := object.ConverterFunc(func(t *object.Thread, v starlark.Value) error {
		length = v
		if min == 2 { // an int, before the iterable is looked at
			_, err := builtins.Size(t, v)
			return err
		}
		return nil
	})
	if err := object.Keywords(t, name, args, kwargs, min, "iterable", &iterable, "r", given); err != nil {
		return nil, 0, err
	}
	if pool, err = builtins.Elements(t, iterable); err != nil {
		return nil, 0, err
	}
	r = len(pool)
	if length != starlark.None || min == 2 {
		if _, ok := object.AsInt(length); !ok && min == 1 {
			return nil, 0, object.TypeError.Errorf("Expected int as r")
		}
		if r, err = builtins.Size(t, length); err != nil {
			return nil, 0, err
		}
		if r < 0 {
			return nil, 0, object.ValueError.Errorf("r must be non-negative")
		}
	}
	return pool, r, nil
}

// newPermutations is permutations(iterable, r=None).
func newPermutations(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	pool, r, err := poolAndLength(t, "permutations", args, kwargs, 1)
	if err != nil {
		return nil, err
	}
	n := len(pool)
	if r > n {
		return picked(nil, nil, nil, true), nil
	}
	indices, cycles := make([]int, n), make([]int, r)
	for i := range indices {
		indices[i] = i
	}
	for i := range cycles {
		cycles[i] = n - i
	}
	return picked(onePool(pool), indices[:r], func() bool {
		for i := r - 1; i >= 0; i-- {
			if cycles[i]--; cycles[i] == 0 {
				at := indices[i]
				copy(indices[i:], indices[i+1:])
				indices[n-1], cycles[i] = at, n-i
				continue
			}
			j := n - cycles[i]
			indices[i], indices[j] = indices[j], indices[i]
			return true
		}
		return false
	}, false), nil
}

// newCombinations is combinations(iterable, r).
func newCombinations(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	pool, r, err := poolAndLength(t, "combinations", args, kwargs, 2)
	if err != nil {
		return nil, err
	}
	n := len(pool)
	if r > n {
		return picked(nil, nil, nil, true), nil
	}
	indices := make([]int, r)
	for i := range indices {
		indices[i] = i
	}
	return picked(onePool(pool), indices, func() bool {
		for i := r - 1; i >= 0; i-- {
			if indices[i] != i+n-r {
				for at := indices[i] + 1; i < r; i, at = i+1, at+1 {
					indices[i] = at
				}
				return true
			}
		}
		return false
	}, false), nil
}

// newCombinationsWithReplacement is combinations_with_replacement(iterable, r).
func newCombinationsWithReplacement(t *object.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (step, error) {
	pool, r, err := poolAndLength(t, "combinations_with_replacement", args, kwargs, 2)
	if err != nil {
		return nil, err
	}
	n := len(pool)
	if n == 0 && r > 0 {
		return picked(nil, nil, nil, true), nil
	}
	if r > 1<<24 {
		return nil, object.MemoryError.New()
	}
	indices := make([]int, r)
	return picked(onePool(pool), indices, func() bool {
		for i := r - 1; i >= 0; i-- {
			if indices[i] != n-1 {
				for at := indices[i] + 1; i < r; i++ {
					indices[i] = at
				}
				return true
			}
		}
		return false
	}, false), nil
}
