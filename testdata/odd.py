#!/usr/bin/env python3
"""Makes the files that no sane writer makes: unusual layouts (classic/), damaged but readable files (odd/), and files
that must be refused (broken/).

    odd.py FOLDER        FOLDER holds plate.e already

`Netcdf` is a small writer of classic netCDF that remembers where each field of the header lies, so that most of the
files are a sound one with one field overwritten.
"""
import os
import struct
import sys

BYTE, CHAR, SHORT, INT, FLOAT, DOUBLE, UBYTE, USHORT, UINT, INT64, UINT64 = range(1, 12)
FORMAT = dict(zip(range(1, 12), 'bchifdBHIqQ'))
VERSIONS = (1, 2, 5)
ONES = -1  # all bits set


def pad(data):
    return data + bytes(-len(data) % 4)


def pack(code, values):
    """Values as bytes; what is bytes already stays as it is."""
    return values if isinstance(values, bytes) else b''.join(struct.pack('>' + FORMAT[code], v) for v in values)


class Netcdf:
    """One file: first its dimensions, attributes and variables, then `bytes()` or `patched(...)`.

    A dimension of length 0 is the record dimension; the values of a record variable are a list of records. A field is
    called `numrecs`, `dims.tag`, `dims.count`, `dim.x.name`, `dim.x.size`, `atts.count`, `att.title.count`,
    `vars.count`, `var.a.rank`, `var.a.dim0`, `var.a.type`, `var.a.vsize`, `var.a.begin` and so on.
    """

    def __init__(self, version, gap=b'', order=None, tagged=False, vsize=None):
        self.version = version
        self.gap = gap          # bytes between header and data
        self.order = order      # names of the variables in the order of their data
        self.tagged = tagged    # whether empty lists have a tag
        self.vsize = vsize      # what to write into the redundant size fields
        self.count_size = 8 if version == 5 else 4
        self.begin_size = 4 if version == 1 else 8
        self.dims, self.atts, self.vars = [], [], []
        self.where = {}         # field -> (offset, size)

    def dim(self, name, length):
        self.dims.append((name, length))
        return self

    def att(self, name, code, values):
        self.atts.append((name, code, values))
        return self

    def var(self, name, code, dims, values, atts=()):
        ids = [[d for d, _ in self.dims].index(d) for d in dims.split()]
        record = bool(ids) and self.dims[ids[0]][1] == 0
        slab = len(pack(code, values[0] if record and values else b'' if record else values))
        self.vars.append({'name': name, 'type': code, 'ids': ids, 'values': values, 'atts': atts, 'record': record,
                          'slab': slab, 'begin': 0})
        return self

    def begin(self, name):
        return next(v['begin'] for v in self.vars if v['name'] == name)

    def bytes(self):
        self._header()
        fixed, records = self._in_order(False), self._in_order(True)
        data = bytearray(self.gap)
        head = len(self.out)
        for v in fixed:
            v['begin'] = head + len(data)
            data += pad(pack(v['type'], v['values']))
        at = head + len(data)
        for v in records:
            v['begin'] = at
            at += len(pad(bytes(v['slab'])))
        for r in range(self._numrecs()):
            for v in records:
                slab = pack(v['type'], v['values'][r])
                data += slab if len(records) == 1 else pad(slab)
        self._header()
        return bytes(self.out + data)

    def patched(self, **fields):
        """The file with some fields overwritten; `__` stands for the dot in the name of a field."""
        data = bytearray(self.bytes())
        for field, value in fields.items():
            at, size = self.where[field.replace('__', '.')]
            data[at:at + size] = value if isinstance(value, bytes) else (value % 256 ** size).to_bytes(size, 'big')
        return bytes(data)

    def _in_order(self, record):
        chosen = [v for v in self.vars if v['record'] == record]
        return sorted(chosen, key=lambda v: self.order.index(v['name'])) if self.order else chosen

    def _numrecs(self):
        return max([len(v['values']) for v in self.vars if v['record']], default=0)

    def _put(self, field, value, size):
        self.where[field] = (len(self.out), size)
        self.out += (value % 256 ** size).to_bytes(size, 'big')

    def _list(self, field, tag, n):
        self._put(field + '.tag', tag if n or self.tagged else 0, 4)
        self._put(field + '.count', n, self.count_size)

    def _name(self, field, name):
        raw = name if isinstance(name, bytes) else name.encode()
        self._put(field + '.length', len(raw), self.count_size)
        self.where[field + '.name'] = (len(self.out), len(raw))
        self.out += pad(raw)

    def _atts(self, field, atts):
        self._list(field + 's', 0x0C, len(atts))
        for name, code, values in atts:
            key = '%s.%s' % (field, name)
            self._name(key, name)
            self._put(key + '.type', code, 4)
            self._put(key + '.count', len(values), self.count_size)
            self.out += pad(pack(code, values))

    def _header(self):
        self.out = bytearray(b'CDF' + bytes([self.version]))
        self._put('numrecs', self._numrecs(), self.count_size)
        self._list('dims', 0x0A, len(self.dims))
        for name, length in self.dims:
            self._name('dim.%s' % name, name)
            self._put('dim.%s.size' % name, length, self.count_size)
        self._atts('att', self.atts)
        self._list('vars', 0x0B, len(self.vars))
        for v in self.vars:
            key = 'var.%s' % v['name']
            self._name(key, v['name'])
            self._put(key + '.rank', len(v['ids']), self.count_size)
            for i, d in enumerate(v['ids']):
                self._put('%s.dim%d' % (key, i), d, self.count_size)
            self._atts(key + '.att', v['atts'])
            self._put(key + '.type', v['type'], 4)
            vsize = len(pad(bytes(v['slab']))) if self.vsize is None else self.vsize
            self._put(key + '.vsize', vsize, self.count_size)
            self._put(key + '.begin', v['begin'], self.begin_size)


def sample(version, **options):
    """Two fixed variables, a and b, and two record variables, r (whose slab needs padding) and s, with two records."""
    n = Netcdf(version, **options).dim('time', 0).dim('x', 3).dim('y', 2).att('title', CHAR, b'hello')
    n.var('a', INT, 'x', [11, 12, 13])
    n.var('b', DOUBLE, 'y x', [1.5, -2.5, 3.5, -4.5, 5.5, -6.5], [('unit', CHAR, b'm')])
    n.var('r', SHORT, 'time x', [[101, 102, 103], [201, 202, 203]])
    return n.var('s', DOUBLE, 'time', [[0.25], [0.75]])


def lone(version):
    """One fixed variable and a single record variable, whose three records of six bytes are not padded."""
    n = Netcdf(version).dim('time', 0).dim('x', 3).var('a', INT, 'x', [7, 8, 9])
    return n.var('r', SHORT, 'time x', [[100 * r + i for i in (1, 2, 3)] for r in (1, 2, 3)])


def fixed(version):
    n = Netcdf(version).dim('x', 3).var('a', INT, 'x', [11, 12, 13])
    return n.var('b', DOUBLE, 'x', [1.5, 2.5, 3.5])


def text(version):
    """Two records of an integer and of three characters, which are padded to four."""
    n = Netcdf(version).dim('time', 0).dim('n', 3).var('t', INT, 'time', [[1], [2]])
    return n.var('c', CHAR, 'time n', [b'abc', b'def'])


def classic(put):
    for v in VERSIONS:
        def out(name, data):
            put('classic/%s.cdf%d.nc' % (name, v), data)

        out('empty-absent', Netcdf(v).bytes())
        out('empty-tagged', Netcdf(v, tagged=True).bytes())
        out('empty-page', Netcdf(v).bytes().ljust(4096, b'\0'))
        out('records-without-variables', Netcdf(v).dim('time', 0).dim('x', 3).var('a', INT, 'x', [1, 2, 3]).patched(numrecs=7))
        out('header-gap', sample(v, gap=b'\xaa' * 1000).bytes())
        out('permuted', sample(v, order=['b', 'a', 's', 'r']).bytes())
        out('trailing', fixed(v).bytes() + b'this is no data')
        out('no-last-padding', Netcdf(v).dim('n', 5).var('a', INT, '', [1]).var('c', CHAR, 'n', b'abcde').bytes()[:-3])
        out('no-last-padding-record', text(v).bytes()[:-1])
        out('size-field-wrong', sample(v, vsize=12345).bytes())
        out('size-field-ones', sample(v, vsize=2 ** 32 - 1).bytes())
        out('padding-garbage', with_garbage(sample(v)))
        n = Netcdf(v)
        for code in range(1, 12 if v == 5 else 7):
            for length in range(4):
                n.att('%s%d' % (FORMAT[code], length), code, extremes(code)[:length])
        out('attributes', n.bytes())
        n = Netcdf(v).dim('n', 4)
        n.var('f', FLOAT, 'n', struct.pack('>4I', 0x7fc00001, 0x7f800001, 0xffffffff, 0xffc12345))
        n.var('d', DOUBLE, 'n', struct.pack('>4Q', 0x7ff8 << 48 | 1, 0x7ff0 << 48 | 1, 2 ** 64 - 1, 0xfff8 << 48 | 0x1234))
        out('nan-payloads', n.bytes())


def extremes(code):
    """The smallest value of a type, the largest, and one between."""
    if code == CHAR:
        return b'\0\xffA'
    if code in (FLOAT, DOUBLE):
        return [float('-inf'), float('inf'), -0.0]
    size = struct.calcsize(FORMAT[code])
    least = 0 if FORMAT[code].isupper() else -(256 ** size // 2)
    return [least, least + 256 ** size - 1, 100]


def with_garbage(n):
    """Padding that is not zero, behind names in the header and behind the slabs of r."""
    data = bytearray(n.bytes())
    for field in ('dim.x.name', 'dim.y.name', 'var.a.name', 'var.r.name'):
        at, size = n.where[field]
        data[at + size:at + 4] = b'#' * (4 - size)
    for record in range(2):
        at = n.begin('r') + 16 * record + 6
        data[at:at + 2] = b'##'
    return bytes(data)


def odd(put, plate):
    for v in VERSIONS:
        def out(name, data):
            put('odd/%s.cdf%d.nc' % (name, v), data)

        out('streaming', sample(v).patched(numrecs=ONES))
        out('streaming-lone', lone(v).patched(numrecs=ONES))
        out('streaming-partial', sample(v).patched(numrecs=ONES)[:-5])
        out('streaming-no-last-padding', text(v).patched(numrecs=ONES)[:-1])
        out('numrecs-too-small', sample(v).patched(numrecs=1))
        out('numrecs-too-large', sample(v).patched(numrecs=100))
        out('numrecs-huge', sample(v).patched(numrecs=2 ** 62 if v == 5 else 2 ** 32 - 2))
        huge = {1: 2 ** 31 - 4, 2: 4 * 10 ** 9, 5: 2 ** 60}[v]
        out('huge-unused-dimension', fixed(v).dim('num_elem', huge).bytes())
        out('begin-beyond-end', fixed(v).patched(var__b__begin=10 ** 6))

    # The last slab of a record has six bytes and two of padding.
    n = Netcdf(2).dim('time', 0).dim('x', 3).var('a', INT, 'x', [11, 12, 13])
    n.var('s', DOUBLE, 'time', [[0.25], [0.75]]).var('r', SHORT, 'time x', [[101, 102, 103], [201, 202, 203]])
    for cut in (1, 3, 4, 10):
        put('odd/cut-by-%d.nc' % cut, n.bytes()[:-cut])
    put('odd/cut-in-variable.nc', fixed(2).bytes()[:-9])
    put('odd/cut-before-records.nc', sample(2).bytes()[:-50])
    put('odd/zeros-behind.nc', lone(2).bytes().ljust(4096, b'\0'))
    put('odd/unaligned.nc', sample(2, gap=b'\0\0').bytes())

    two = [1, 2]
    n = Netcdf(2).dim('x', 2).var('v', INT, 'x', two).var('v', DOUBLE, 'x', [2.5, 3.5])
    put('odd/duplicate-variables.nc', n.bytes())
    put('odd/duplicate-dimensions.nc', Netcdf(2).dim('x', 2).dim('x', 3).var('v', INT, 'x', two).bytes())
    n = Netcdf(2).dim('x', 2).att('t', CHAR, b'first').att('t', INT, [2])
    put('odd/duplicate-attributes.nc', n.var('v', INT, 'x', two, [('u', CHAR, b'one'), ('u', CHAR, b'two')]).bytes())
    n = Netcdf(2).dim('x\0', 2).att('title\0\0', CHAR, b't').var('temp\0', INT, 'x\0', two)
    put('odd/nul-behind-name.nc', n.bytes())
    n = Netcdf(2).dim('x', 2)
    for name in ('a/b', 'blank ', b'gr\xfc\xdf', 'tab\tinside', '-minus'):
        n.var(name, INT, 'x', two)
    put('odd/unusual-names.nc', n.bytes())

    put('odd/plate-streaming.e', plate[:4] + b'\xff\xff\xff\xff' + plate[8:])
    put('odd/plate-crashed.e', plate[:4] + b'\0\0\0\3' + plate[8:])
    put('odd/plate-cut.e', plate[:-100])


def broken(put):
    def check(number, what, version, data):
        put('broken/check-%02d-%s.cdf%d.nc' % (number, what, version), data)

    for v, much in ((2, 2 ** 31 - 1), (5, 2 ** 62)):
        check(1, 'dimensions', v, sample(v).patched(dims__count=much))
        check(1, 'attributes', v, sample(v).patched(atts__count=much))
        check(1, 'variables', v, sample(v).patched(vars__count=much))
        check(2, 'name-length', v, sample(v).patched(var__b__length=much))
        check(3, 'rank', v, sample(v).patched(var__b__rank=2 ** 20))
        check(4, 'dimension-id', v, sample(v).patched(var__b__dim1=3))
        check(7, 'two-record-dimensions', v, sample(v).patched(dim__y__size=0))
        check(9, 'begin-negative', v, sample(v).patched(var__b__begin=-8))
        check(13, 'type-0', v, sample(v).patched(var__a__type=0))
        check(13, 'type-12', v, sample(v).patched(var__a__type=12))
    # Lengths that wrap round to something small in 32 or 64 bits.
    check(2, 'name-length-wraps', 2, sample(2).patched(var__b__length=2 ** 32 - 3))
    check(2, 'name-length-wraps', 5, sample(5).patched(var__b__length=2 ** 63 - 1))
    check(2, 'attribute-length-wraps', 2, sample(2).att('d', DOUBLE, [1.0]).patched(att__d__count=2 ** 29))
    check(2, 'attribute-length-wraps', 5, sample(5).att('d', DOUBLE, [1.0]).patched(att__d__count=2 ** 61))
    n = Netcdf(2).dim('one', 1)
    check(3, 'rank-1025', 2, n.var('v', INT, ' '.join(['one'] * 1025), [1]).bytes())
    check(4, 'dimension-id-negative', 2, sample(2).patched(var__b__dim0=-1))
    n = Netcdf(2).dim('p', 2 ** 16).dim('q', 2 ** 16).dim('r', 2 ** 16).dim('s', 2 ** 16)
    check(5, 'product-wraps', 2, n.var('v', BYTE, 'p q r s', []).bytes())
    n = Netcdf(5).dim('p', 2 ** 32).dim('q', 2 ** 32)
    check(5, 'product-wraps', 5, n.var('v', BYTE, 'p q', []).bytes())
    n = Netcdf(5).dim('time', 0).dim('p', 2 ** 62)
    check(6, 'record-size-overflows', 5, n.var('v', BYTE, 'time p', []).var('w', BYTE, 'time p', []).bytes())
    check(6, 'end-overflows', 5, sample(5).patched(var__a__begin=2 ** 63 - 4))
    check(8, 'record-dimension-second', 2, sample(2).patched(var__b__dim1=0))
    n = Netcdf(2).dim('time', 0).var('v', INT, 'time time', [[1]])
    check(8, 'record-dimension-twice', 2, n.bytes())
    check(9, 'begin-in-header', 2, sample(2).patched(var__a__begin=40))
    check(9, 'begin-beyond-2g', 1, sample(1).patched(var__a__begin=2 ** 31))
    n = sample(2)
    n.bytes()
    a, r = n.begin('a'), n.begin('r')
    check(10, 'overlap', 2, n.patched(var__b__begin=a + 4))
    check(10, 'same-place', 2, n.patched(var__b__begin=a))
    check(10, 'overlap-in-record', 2, n.patched(var__s__begin=r + 4))
    check(10, 'fixed-in-records', 2, n.patched(var__a__begin=r + 12))
    check(12, 'slab-outside-record', 2, n.patched(var__s__begin=r + 16))
    check(13, 'type-7', 1, sample(1).patched(var__a__type=UBYTE))
    check(13, 'type-11', 2, sample(2).patched(var__a__type=UINT64))
    check(13, 'attribute-type-12', 2, sample(2).patched(att__title__type=12))
    check(13, 'tag-of-dimensions', 2, sample(2).patched(dims__tag=0x0B))
    check(13, 'tag-of-attributes', 2, sample(2).patched(atts__tag=0x0A))
    check(13, 'tag-of-variables', 2, sample(2).patched(vars__tag=0x0C))
    check(13, 'tag-absent', 2, sample(2).patched(dims__tag=0))
    check(13, 'negative-dimension', 5, sample(5).patched(dim__x__size=-3))
    check(13, 'negative-numrecs', 5, sample(5).patched(numrecs=-2))
    check(13, 'negative-count', 5, sample(5).patched(vars__count=-1))
    check(18, 'nul-inside-name', 2, Netcdf(2).dim('x', 2).var('te\0mp', INT, 'x', [1, 2]).bytes())

    whole = n.bytes()
    for length in (4, 8, 31, n.where['dim.x.name'][0] + 1, n.where['var.s.type'][0], n.begin('a') - 1):
        put('broken/header-cut-at-%03d.nc' % length, whole[:length])
    for version in (0, 3, 4, 6):
        put('broken/version-%d.nc' % version, b'CDF' + bytes([version]) + whole[4:])

    hdf5 = b'\x89HDF\r\n\x1a\n' + bytes(88)
    put('broken/empty.e', b'')
    put('broken/three-bytes.e', b'CDF')
    put('broken/git-lfs-pointer.e', b'version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize 25512\n' % (b'5e' * 32))
    put('broken/text.e', b'This is a text.\nIt only claims to be a mesh.\n')
    put('broken/path.e', b'../meshes/plate.e')
    put('broken/hdf5.e', hdf5)
    put('broken/hdf5-at-0512.e', bytes(512) + hdf5)
    put('broken/hdf5-at-1024.e', bytes(1024) + hdf5)
    put('broken/hdf4.e', b'\x0e\x03\x13\x01' + bytes(60))
    put('broken/unknown.e', bytes(range(128, 256)))


def main(folder):
    def put(name, data):
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as f:
            f.write(data)

    with open(os.path.join(folder, 'plate.e'), 'rb') as f:
        plate = f.read()
    classic(put)
    odd(put, plate)
    broken(put)


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit('usage: odd.py FOLDER')
    main(sys.argv[1])
