package help

import (
	"regexp"
	"strings"
	"testing"
)

// TestLines holds the files to 79 columns.
func TestLines(t *testing.T) {
	for _, folder := range []string{"texts", "texts/topics"} {
		list, err := files.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range list {
			if f.IsDir() {
				continue
			}
			src, err := files.ReadFile(folder + "/" + f.Name())
			if err != nil {
				t.Fatal(err)
			}
			for i, line := range strings.Split(string(src), "\n") {
				if n := width(strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(line, "2|"), "3|"), "\n")); n > 79 {
					t.Errorf("%s:%d: %d columns", f.Name(), i+1, n)
				}
				if strings.TrimRight(line, " \t") != line {
					t.Errorf("%s:%d: spaces at the end", f.Name(), i+1)
				}
			}
		}
	}
}

// TestTopics finds every page that there is a file of in the list.
func TestTopics(t *testing.T) {
	list, err := files.ReadDir("texts/topics")
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != len(topicNames) {
		t.Errorf("%d files, %d names", len(list), len(topicNames))
	}
	other := make(map[string]string)
	for _, topic := range Topics() {
		if topic.Text == "" {
			t.Errorf("%s has no text", topic.Name)
		}
		for _, name := range append([]string{topic.Name}, topic.Aliases...) {
			if other[name] != "" {
				t.Errorf("%s is %s and %s", name, topic.Name, other[name])
			}
			other[name] = topic.Name
		}
		for _, m := range help.FindAllString(topic.Text, -1) {
			name := m[len(`help("`) : len(m)-len(`")`)]
			if _, ok := FindTopic(name); ok || hasPage(name) {
				continue
			}
			if _, _, ok := GroupOf(0, name); ok {
				continue
			}
			if _, ok := Find(0, name); !ok {
				t.Errorf("%s leads to %s, which isn't there", topic.Name, m)
			}
		}
	}
}

var help = regexp.MustCompile(`help\("[^"]*"\)`)
