"""Other names of encodings."""

import _codecs

aliases = _codecs._aliases()
