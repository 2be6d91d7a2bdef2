//go:build unix

package pysocket

import (
	"net/netip"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestHostsFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "hosts")
	text := "127.0.0.1 localhost\n::1 localhost ip6-localhost # comment\n10.20.37.51\tair.example air\n" +
		"nonsense air\n10.20.37.52 air.example mail\r\n"
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	hosts := readHosts(file)
	e, ok := hostByName(hosts, "AIR", true, true)
	if want := (hostEntry{"air.example", []string{"air"}, []netip.Addr{netip.MustParseAddr("10.20.37.51")}}); !ok || !reflect.DeepEqual(e, want) {
		t.Errorf("air: %v %v", e, ok)
	}
	e, _ = hostByName(hosts, "air.example", true, false)
	if want := []string{"air", "mail"}; !reflect.DeepEqual(e.aliases, want) || len(e.addrs) != 2 {
		t.Errorf("air.example: %v", e)
	}
	if e, ok := hostByName(hosts, "localhost", false, true); !ok || len(e.addrs) != 1 || e.addrs[0] != loopback6 {
		t.Errorf("localhost, IPv6: %v", e)
	}
	if _, ok := hostByName(hosts, "ip6-localhost", true, false); ok {
		t.Error("ip6-localhost has no IPv4 address")
	}
	if e, ok := hostByAddr(hosts, netip.MustParseAddr("10.20.37.52")); !ok || e.name != "air.example" || len(e.aliases) != 1 {
		t.Errorf("by address: %v", e)
	}
	if e, ok := hostByName(readHosts(file+"x"), "localhost", true, false); !ok || e.addrs[0] != loopback4 {
		t.Error("no localhost without a hosts file")
	}
}

// What the tutorial asks for must be there without files in /etc.
func TestTables(t *testing.T) {
	for _, want := range []entry{
		{[]string{"http"}, 80, "tcp"}, {[]string{"ftp"}, 21, "tcp"}, {[]string{"ssh"}, 22, "tcp"},
		{[]string{"smtp"}, 25, "tcp"}, {[]string{"pop3"}, 110, "tcp"}, {[]string{"domain"}, 53, "udp"},
		{[]string{"time"}, 37, "udp"}, {[]string{"time"}, 37, "tcp"},
	} {
		found := false
		for _, e := range readEntries("/nonexistent", wellKnownServices) {
			found = found || e.names[0] == want.names[0] && e.number == want.number && e.proto == want.proto
		}
		if !found {
			t.Errorf("no %v", want)
		}
	}
	for _, e := range readEntries("/nonexistent", wellKnownProtocols) {
		if e.names[0] == "icmp" && e.number == 1 {
			return
		}
	}
	t.Error("no icmp")
}

func FuzzParseInet(f *testing.F) {
	for _, s := range []string{"127.1", "0x7f000001", "1.2.3.4 x", "0377.0xff.1", "4294967296", "1..2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ip, ok := parseInet(s)
		if a, err := netip.ParseAddr(s); err == nil && a.Is4() && (!ok || a.As4() != ip) {
			t.Errorf("%q: %v %v", s, ip, ok)
		}
	})
}
