package pytermios

var platformConstants = map[string]int64{}
