package syntax

// An arena hands out the commonest nodes and lists from larger pieces, which
// costs a fraction of allocating each alone. A piece lives as long as any node
// in it, which is no loss: a file's tree is kept or dropped as a whole.
type arena struct {
	name      slab[Name]
	attribute slab[Attribute]
	call      slab[Call]
	str       slab[Str]
	binop     slab[BinOp]
	subscript slab[Subscript]
	assign    slab[Assign]
	exprStmt  slab[ExprStmt]
	list      []Expr
}

// A slab is the unused rest of a piece.
type slab[T any] []T

const slabSize = 64

func (s *slab[T]) alloc() *T {
	if len(*s) == 0 {
		*s = make([]T, slabSize)
	}
	x := &(*s)[0]
	*s = (*s)[1:]
	return x
}

// exprs returns an empty list with room for n.
func (a *arena) exprs(n int) []Expr {
	if n > slabSize/2 {
		return make([]Expr, 0, n)
	}
	if len(a.list) < n {
		a.list = make([]Expr, 2*slabSize)
	}
	xs := a.list[:0:n]
	a.list = a.list[n:]
	return xs
}
