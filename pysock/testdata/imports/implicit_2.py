# In Python 2 a module of a package finds its neighbours first.
import _imp.user
print _imp.user.neighbour.where
print _imp.user.string_where
import _plain
print _plain.__name__
