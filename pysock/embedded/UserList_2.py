"""A list to derive from, which keeps its content in self.data."""

import collections
from _user_list import UserList
