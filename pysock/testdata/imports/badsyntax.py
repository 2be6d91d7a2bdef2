print("before")
import _badsyntax
