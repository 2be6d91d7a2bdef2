package syntax

func detect(path string, src []byte, opts Options) (*File, []laxity, string, *Error) {
	opts.Dialect = Python3
	f, lax, err := parseAs(path, src, opts)
	if err == nil {
		return f, lax, "", nil
	}
	opts.Dialect = Python2
	f, lax, err2 := parseAs(path, src, opts)
	if err2 == nil {
		return f, lax, "", nil
	}
	return nil, nil, "", err
}
