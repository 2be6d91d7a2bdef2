"""python -m json.tool: JSON in order, or what is wrong with it."""

import json
import sys


def _arguments():
    import argparse
    parser = argparse.ArgumentParser(
        prog='python -m json.tool',
        description='A simple command line interface for json module to validate and pretty-print JSON objects.')
    add = parser.add_argument
    add('infile', nargs='?', type=argparse.FileType(encoding='utf-8'), default=sys.stdin,
        help='a JSON file to be validated or pretty-printed')
    add('outfile', nargs='?', default=None, help='write the output of infile to outfile')
    add('--sort-keys', action='store_true', help='sort the output of dictionaries alphabetically by key')
    add('--no-ensure-ascii', dest='ensure_ascii', action='store_false', help='disable escaping of non-ASCII characters')
    add('--json-lines', action='store_true',
        help='parse input using the JSON Lines format. Use with --no-indent or --compact to produce valid JSON Lines output.')
    add = parser.add_mutually_exclusive_group().add_argument
    add('--indent', default=4, type=int, help='separate items with newlines and use this number of spaces for indentation')
    add('--tab', action='store_const', dest='indent', const='\t', help='separate items with newlines and use tabs for indentation')
    add('--no-indent', action='store_const', dest='indent', const=None, help='separate items with spaces rather than newlines')
    add('--compact', action='store_true', help='suppress all whitespace separation (most compact)')
    return parser.parse_args()


def _main3():
    args = _arguments()
    form = {'sort_keys': args.sort_keys, 'ensure_ascii': args.ensure_ascii, 'indent': args.indent}
    if args.compact:
        form.update(indent=None, separators=(',', ':'))
    try:
        with args.infile as infile:  # read before it is written to: it may be the same
            objects = [json.loads(text) for text in (infile if args.json_lines else [infile.read()])]
        out = sys.stdout if args.outfile is None else open(args.outfile, 'w', encoding='utf-8')
        with out:
            for obj in objects:
                json.dump(obj, out, **form)
                out.write('\n')
    except ValueError as e:
        raise SystemExit(e)


def _main2():
    args = sys.argv[1:]
    if len(args) > 2:
        raise SystemExit(sys.argv[0] + ' [infile [outfile]]')
    infile = open(args[0], 'rb') if args else sys.stdin
    outfile = open(args[1], 'wb') if len(args) > 1 else sys.stdout
    with infile:
        try:
            obj = json.load(infile)
        except ValueError as e:
            raise SystemExit(e)
    with outfile:
        json.dump(obj, outfile, sort_keys=True, indent=4, separators=(',', ': '))
        outfile.write('\n')


def main():
    if sys.version_info[0] == 2:
        _main2()
        return
    try:
        _main3()
    except BrokenPipeError as e:
        sys.exit(e.errno)


if __name__ == '__main__':
    main()
