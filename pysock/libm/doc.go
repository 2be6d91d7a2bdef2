// Package libm has the functions of package math to the last digit: results are
// rounded from twice the precision, as nearly all of the C library's are, which
// CPython prints. Go's own are off by one in the last place for some of their
// arguments (for 43 in 100 of pow's, 27 of sin's, 13 of exp's), and it shows in
// what a script prints.
//
// Each function is computed in numbers of two float64 (dd.go), of 106 bits, by
// the plainest way that keeps some 75 of them: a series on a small argument, or a
// step of Newton's from what package math says. Special cases, infinities and
// NaN are package math's.
package libm
