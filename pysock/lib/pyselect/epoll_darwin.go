package pyselect

import "example.com/pysock/pysock/object"

// addEpoll adds nothing: epoll is Linux's.
func (m *module) addEpoll(names *object.Module) {
	names.Absent = map[string]string{"epoll": "it is Linux's; use poll"}
}
