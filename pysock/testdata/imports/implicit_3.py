import _imp3.user
