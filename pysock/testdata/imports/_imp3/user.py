import neighbour3
