package pyresource

var platformConstants = map[string]int64{}
