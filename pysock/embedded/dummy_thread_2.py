"""Module thread, under the name of the one for systems without threads."""

from thread import *
