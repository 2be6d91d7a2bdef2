"""ProcessPoolExecutor: not to be had here."""

raise ImportError('no ProcessPoolExecutor: this interpreter cannot fork itself; use ThreadPoolExecutor, or subprocess')
