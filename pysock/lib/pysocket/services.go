//go:build unix

package pysocket

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// An entry is a line of services(5) or protocols(5).
type entry struct {
	names  []string // the official one, then aliases
	number int
	proto  string // of a service
}

// Tables for systems without these files: the assigned names that programs ask
// for. A service without a protocol is one of both TCP and UDP.
const (
	wellKnownServices = `
tcpmux 1/tcp
echo 7
discard 9 sink null
systat 11/tcp users
daytime 13
netstat 15/tcp
qotd 17/tcp quote
chargen 19 ttytst source
ftp-data 20/tcp
ftp 21/tcp
ssh 22/tcp
telnet 23/tcp
smtp 25/tcp mail
time 37 timserver
whois 43/tcp nicname
tacacs 49
domain 53
bootps 67/udp
bootpc 68/udp
tftp 69/udp
gopher 70/tcp
finger 79/tcp
http 80/tcp www
kerberos 88 kerberos5 krb5 kerberos-sec
hostnames 101/tcp hostname
pop2 109/tcp
pop3 110/tcp pop-3
sunrpc 111 portmapper
auth 113/tcp authentication tap ident
nntp 119/tcp readnews untp
ntp 123/udp
netbios-ns 137/udp
netbios-dgm 138/udp
netbios-ssn 139/tcp
imap2 143/tcp imap
snmp 161
snmp-trap 162 snmptrap
bgp 179/tcp
irc 194
ldap 389
https 443
microsoft-ds 445
isakmp 500/udp
exec 512/tcp
biff 512/udp comsat
login 513/tcp
who 513/udp whod
shell 514/tcp cmd syslog
syslog 514/udp
printer 515/tcp spooler
talk 517/udp
ntalk 518/udp
route 520/udp router routed
submission 587/tcp
ldaps 636
rsync 873/tcp
ftps-data 989/tcp
ftps 990/tcp
telnets 992/tcp
imaps 993/tcp
pop3s 995/tcp
socks 1080/tcp
openvpn 1194
ms-sql-s 1433/tcp
l2f 1701/udp l2tp
radius 1812/udp
radius-acct 1813/udp radacct
nfs 2049
mysql 3306/tcp
svn 3690/tcp subversion
sip 5060
sip-tls 5061
xmpp-client 5222/tcp jabber-client
xmpp-server 5269/tcp jabber-server
mdns 5353/udp
postgresql 5432/tcp postgres
amqp 5672
x11 6000/tcp x11-0
git 9418/tcp
http-alt 8080 webcache
`
	wellKnownProtocols = `
ip 0 IP
icmp 1 ICMP
igmp 2 IGMP
ggp 3 GGP
ipencap 4 IP-ENCAP
st 5 ST
tcp 6 TCP
egp 8 EGP
igp 9 IGP
pup 12 PUP
udp 17 UDP
hmp 20 HMP
xns-idp 22 XNS-IDP
rdp 27 RDP
iso-tp4 29 ISO-TP4
dccp 33 DCCP
ipv6 41 IPv6
ipv6-route 43 IPv6-Route
ipv6-frag 44 IPv6-Frag
rsvp 46 RSVP
gre 47 GRE
esp 50 IPSEC-ESP
ah 51 IPSEC-AH
skip 57 SKIP
ipv6-icmp 58 IPv6-ICMP
ipv6-nonxt 59 IPv6-NoNxt
ipv6-opts 60 IPv6-Opts
ospf 89 OSPFIGP
pim 103 PIM
vrrp 112 VRRP
l2tp 115 L2TP
sctp 132 SCTP
udplite 136 UDPLite
mpls-in-ip 137 MPLS-in-IP
`
)

var (
	services  = sync.OnceValue(func() []entry { return readEntries("/etc/services", wellKnownServices) })
	protocols = sync.OnceValue(func() []entry { return readEntries("/etc/protocols", wellKnownProtocols) })
)

// readEntries reads the file, or takes the table where there is none.
func readEntries(file, table string) []entry {
	if text, err := os.ReadFile(file); err == nil {
		table = string(text)
	}
	var entries []entry
	for line := range strings.Lines(table) {
		line, _, _ = strings.Cut(line, "#")
		f := strings.Fields(line)
		if len(f) < 2 {
			continue
		}
		number, proto, hasProto := strings.Cut(f[1], "/")
		n, err := strconv.Atoi(number)
		if err != nil {
			continue
		}
		e := entry{append(f[:1:1], f[2:]...), n, proto}
		entries = append(entries, e)
		if !hasProto {
			entries[len(entries)-1].proto = "tcp"
			e.proto = "udp"
			entries = append(entries, e)
		}
	}
	return entries
}

// serviceByName returns the port of a service, of any protocol if proto is "".
func serviceByName(name, proto string) (port int, ok bool) {
	for _, e := range services() {
		if (proto == "" || e.proto == proto) && slices.Contains(e.names, name) {
			return e.number, true
		}
	}
	return 0, false
}

// serviceByPort returns the name of the service on a port.
func serviceByPort(port int, proto string) (name string, ok bool) {
	for _, e := range services() {
		if e.number == port && (proto == "" || e.proto == proto) {
			return e.names[0], true
		}
	}
	return "", false
}

// protocolByName returns the number of a protocol.
func protocolByName(name string) (number int, ok bool) {
	for _, e := range protocols() {
		if slices.Contains(e.names, name) {
			return e.number, true
		}
	}
	return 0, false
}
