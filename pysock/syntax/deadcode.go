package syntax

// Python 2's compiler knows the value of a condition that is a literal, or __debug__,
// and looks at no code that can't be reached for it: what would be an error there, such as
// break outside of a loop, is none. (Python/compile.c, expr_constant.)

// constantTest returns what Python 2's compiler knows of a condition.
func (c *checker) constantTest(e Expr) (is, known bool) {
	if !c.p.py2 {
		return false, false
	}
	switch e := e.(type) {
	case *Int:
		return e.Big != nil || e.Value != 0, true
	case *Float:
		return e.Value != 0, true
	case *Imag:
		return e.Value != 0, true
	case *Str:
		return e.Value != "", true
	case *Name:
		return true, e.Id == "__debug__"
	case *UnaryOp:
		switch e.X.(type) {
		case *Int, *Float, *Imag:
			is, known = c.constantTest(e.X)
			return is, known && e.Op == USub
		}
	}
	return false, false
}

// branches checks an if statement.
func (c *checker) branches(n *If) {
	c.visit(n.Test)
	then, otherwise := func() { each(n.Body, c.visit) }, func() { each(n.Else, c.visit) }
	is, known := c.constantTest(n.Test)
	switch {
	case known && is:
		then()
		c.unreached(&n.Else, otherwise)
	case known:
		c.unreached(&n.Body, then)
		otherwise()
	default:
		then()
		otherwise()
	}
}

// unreached checks a block that the compiler doesn't look at. If it would have found
// an error there, nothing is left of the block.
func (c *checker) unreached(block *[]Stmt, check func()) {
	dead, forgiven := c.dead, c.forgiven
	c.dead, c.forgiven = true, false
	check()
	if c.forgiven {
		*block = []Stmt{&Pass{stmt{(*block)[0].Bounds()}}}
	}
	c.dead, c.forgiven = dead, forgiven
}
