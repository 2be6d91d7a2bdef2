package pysocket

var extra, extra3 = map[string]int64{"SOMAXCONN": 128}, map[string]int64(nil)
