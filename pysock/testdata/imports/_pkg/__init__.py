"The package."
print("_pkg runs")
from_init = "from init"
