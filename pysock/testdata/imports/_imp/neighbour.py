where = "neighbour in " + __name__
