//go:build unix

package pyssl

// An oidNames is what OpenSSL calls an object identifier.
type oidNames struct {
	nid         int
	short, long string
	oid         string
}

// oids are those that names in certificates are made of, and those that scripts ask for.
var oids = []oidNames{
	{13, "CN", "commonName", "2.5.4.3"},
	{100, "SN", "surname", "2.5.4.4"},
	{105, "serialNumber", "serialNumber", "2.5.4.5"},
	{14, "C", "countryName", "2.5.4.6"},
	{15, "L", "localityName", "2.5.4.7"},
	{16, "ST", "stateOrProvinceName", "2.5.4.8"},
	{660, "street", "streetAddress", "2.5.4.9"},
	{17, "O", "organizationName", "2.5.4.10"},
	{18, "OU", "organizationalUnitName", "2.5.4.11"},
	{106, "title", "title", "2.5.4.12"},
	{107, "description", "description", "2.5.4.13"},
	{860, "businessCategory", "businessCategory", "2.5.4.15"},
	{861, "postalAddress", "postalAddress", "2.5.4.16"},
	{661, "postalCode", "postalCode", "2.5.4.17"},
	{862, "postOfficeBox", "postOfficeBox", "2.5.4.18"},
	{863, "physicalDeliveryOfficeName", "physicalDeliveryOfficeName", "2.5.4.19"},
	{864, "telephoneNumber", "telephoneNumber", "2.5.4.20"},
	{173, "name", "name", "2.5.4.41"},
	{99, "GN", "givenName", "2.5.4.42"},
	{101, "initials", "initials", "2.5.4.43"},
	{509, "generationQualifier", "generationQualifier", "2.5.4.44"},
	{503, "x500UniqueIdentifier", "x500UniqueIdentifier", "2.5.4.45"},
	{174, "dnQualifier", "dnQualifier", "2.5.4.46"},
	{510, "pseudonym", "pseudonym", "2.5.4.65"},
	{400, "role", "role", "2.5.4.72"},
	{1089, "organizationIdentifier", "organizationIdentifier", "2.5.4.97"},
	{85, "subjectAltName", "X509v3 Subject Alternative Name", "2.5.29.17"},
	{48, "emailAddress", "emailAddress", "1.2.840.113549.1.9.1"},
	{49, "unstructuredName", "unstructuredName", "1.2.840.113549.1.9.2"},
	{55, "unstructuredAddress", "unstructuredAddress", "1.2.840.113549.1.9.8"},
	{458, "UID", "userId", "0.9.2342.19200300.100.1.1"},
	{391, "DC", "domainComponent", "0.9.2342.19200300.100.1.25"},
	{460, "mail", "rfc822Mailbox", "0.9.2342.19200300.100.1.3"},
	{955, "jurisdictionL", "jurisdictionLocalityName", "1.3.6.1.4.1.311.60.2.1.1"},
	{956, "jurisdictionST", "jurisdictionStateOrProvinceName", "1.3.6.1.4.1.311.60.2.1.2"},
	{957, "jurisdictionC", "jurisdictionCountryName", "1.3.6.1.4.1.311.60.2.1.3"},
	{129, "serverAuth", "TLS Web Server Authentication", "1.3.6.1.5.5.7.3.1"},
	{130, "clientAuth", "TLS Web Client Authentication", "1.3.6.1.5.5.7.3.2"},
	{131, "codeSigning", "Code Signing", "1.3.6.1.5.5.7.3.3"},
	{132, "emailProtection", "E-mail Protection", "1.3.6.1.5.5.7.3.4"},
	{133, "timeStamping", "Time Stamping", "1.3.6.1.5.5.7.3.8"},
	{180, "OCSPSigning", "OCSP Signing", "1.3.6.1.5.5.7.3.9"},
	{126, "extendedKeyUsage", "X509v3 Extended Key Usage", "2.5.29.37"},
	{83, "keyUsage", "X509v3 Key Usage", "2.5.29.15"},
	{87, "basicConstraints", "X509v3 Basic Constraints", "2.5.29.19"},
	{103, "crlDistributionPoints", "X509v3 CRL Distribution Points", "2.5.29.31"},
	{177, "authorityInfoAccess", "Authority Information Access", "1.3.6.1.5.5.7.1.1"},
	{178, "OCSP", "OCSP", "1.3.6.1.5.5.7.48.1"},
	{179, "caIssuers", "CA Issuers", "1.3.6.1.5.5.7.48.2"},
	{6, "rsaEncryption", "rsaEncryption", "1.2.840.113549.1.1.1"},
	{408, "id-ecPublicKey", "id-ecPublicKey", "1.2.840.10045.2.1"},
	{672, "SHA256", "sha256", "2.16.840.1.101.3.4.2.1"},
}
