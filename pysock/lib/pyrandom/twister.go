package pyrandom

import "math/big"

// A twister is the Mersenne Twister MT19937: Matsumoto and Nishimura, "Mersenne
// Twister: A 623-dimensionally equidistributed uniform pseudorandom number
// generator", 1998, seeded by their init_by_array of 2002.
type twister struct {
	state [size]uint32
	next  int // the word to be given next; size: a new generation is due
}

const (
	size   = 624
	middle = 397
)

// fill is init_genrand.
func (m *twister) fill(seed uint32) {
	m.state[0] = seed
	for i := 1; i < size; i++ {
		p := m.state[i-1]
		m.state[i] = 1812433253*(p^p>>30) + uint32(i)
	}
	m.next = size
}

// seed is init_by_array.
func (m *twister) seed(key []uint32) {
	m.fill(19650218)
	i, j := 1, 0
	mix := func(factor uint32) uint32 {
		p := m.state[i-1]
		return m.state[i] ^ (p^p>>30)*factor
	}
	step := func() {
		if i++; i == size {
			m.state[0] = m.state[size-1]
			i = 1
		}
	}
	for range max(size, len(key)) {
		m.state[i] = mix(1664525) + key[j] + uint32(j)
		step()
		if j++; j == len(key) {
			j = 0
		}
	}
	for range size - 1 {
		m.state[i] = mix(1566083941) - uint32(i)
		step()
	}
	m.state[0] = 1 << 31
}

// generate makes the next generation of words.
func (m *twister) generate() {
	for i := range size {
		y := m.state[i]&(1<<31) | m.state[(i+1)%size]&(1<<31-1)
		m.state[i] = m.state[(i+middle)%size] ^ y>>1 ^ -(y&1)&0x9908b0df
	}
	m.next = 0
}

// word returns 32 random bits.
func (m *twister) word() uint32 {
	if m.next >= size {
		m.generate()
	}
	y := m.state[m.next]
	m.next++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// float returns a number in [0, 1) with 53 random bits.
func (m *twister) float() float64 {
	a, b := m.word()>>5, m.word()>>6
	return (float64(a)*(1<<26) + float64(b)) * (1.0 / (1 << 53))
}

// jump is Python 2's jumpahead(n): it shuffles the state, as n says.
func (m *twister) jump(n *big.Int) {
	var rest, at big.Int
	for i := size - 1; i > 1; i-- {
		j := rest.Mod(n, at.SetInt64(int64(i))).Int64()
		m.state[i], m.state[j] = m.state[j], m.state[i]
	}
	for i := range m.state {
		m.state[i] += uint32(i + 1)
	}
	m.next = size
}
