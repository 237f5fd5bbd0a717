#!/usr/bin/env python3
"""Says what a reader must find in the files of a folder: prints expected.json.

A reader of classic netCDF that shares nothing with the project's own: it takes a whole file into memory and
unpacks it with `struct`, so that both can be held against each other. README.md describes the output.

    expect.py FOLDER > expected.json
"""
import hashlib
import json
import os
import struct
import sys

TYPES = {1: ('byte', 1), 2: ('char', 1), 3: ('short', 2), 4: ('int', 4), 5: ('float', 4), 6: ('double', 8),
         7: ('ubyte', 1), 8: ('ushort', 2), 9: ('uint', 4), 10: ('int64', 8), 11: ('uint64', 8)}
HDF5 = b'\x89HDF\r\n\x1a\n'
FOLDERS = ('.', 'classic', 'odd', 'broken')
LARGEST = 2 ** 63 - 1


class Refused(Exception):
    """The file must not be opened; `faults` are the kinds of trouble that a reader may name."""

    def __init__(self, faults, why):
        super().__init__(why)
        self.faults, self.why = faults.split(), why


def corrupt(why):
    return Refused('CORRUPT_HEADER', why)


def padded(n):
    return -(-n // 4) * 4


class Header:
    """Reads the header from front to back, with every count held against the bytes that are left."""

    def __init__(self, data):
        self.data, self.at, self.findings, self.arguable = data, 4, set(), None
        self.version = data[3]
        self.count_size = 8 if self.version == 5 else 4

    def left(self):
        return len(self.data) - self.at

    def take(self, n):
        if n > self.left():
            raise Refused('TRUNCATED_HEADER', 'the file ends inside its header')
        self.at += n
        return self.data[self.at - n:self.at]

    def tag(self):
        return struct.unpack('>I', self.take(4))[0]

    def count(self, what='count'):
        n = struct.unpack('>Q' if self.count_size == 8 else '>I', self.take(self.count_size))[0]
        if n > LARGEST:
            raise corrupt('negative ' + what)
        return n

    def bounded(self, what, size):
        """A count of things that take at least `size` bytes each in the header."""
        n = self.count(what)
        if n * size > self.left():
            raise Refused('CORRUPT_HEADER TRUNCATED_HEADER', '%s of %d does not fit into the file' % (what, n))
        return n

    def list_of(self, tag, what, size, item):
        found = self.tag()
        n = self.count('number of ' + what)
        if n and found != tag:
            raise corrupt('tag %#x in front of %d %s' % (found, n, what))
        if n * size > self.left():
            raise Refused('CORRUPT_HEADER TRUNCATED_HEADER', '%d %s do not fit into the file' % (n, what))
        items = [item() for _ in range(n)]
        names = [i['name'] for i in items]
        if len(set(names)) < len(names):
            self.findings.add('DUPLICATE_NAME')
        return items

    def name(self):
        length = self.bounded('name length', 1)
        raw = self.take(padded(length))[:length]
        plain = raw.rstrip(b'\0')
        if b'\0' in plain:
            raise corrupt('NUL inside a name')
        try:
            name = plain.decode('utf-8')
        except UnicodeDecodeError:
            name = plain.decode('iso-8859-1')
            self.findings.add('UNUSUAL_NAME')
        if not plain or len(plain) < length or '/' in name or name != name.rstrip() or min(name) < ' ':
            self.findings.add('UNUSUAL_NAME')
        return name

    def type(self):
        code = self.tag()
        if code not in TYPES or code > 6 and self.version != 5:
            raise corrupt('type %d in CDF-%d' % (code, self.version))
        return code

    def dimension(self):
        return {'name': self.name(), 'length': self.count('dimension length')}

    def attribute(self):
        name, code = self.name(), self.type()
        size = TYPES[code][1]
        n = self.bounded('attribute length', size)
        value = self.take(padded(n * size))[:n * size]
        return {'name': name, 'type': TYPES[code][0], 'count': n, 'hex': value.hex()}

    def variable(self):
        name = self.name()
        rank = self.bounded('rank', self.count_size)
        if rank > 1024:
            raise corrupt('rank %d' % rank)
        dims = [self.count('dimension id') for _ in range(rank)]
        if any(d >= len(self.dims) for d in dims):
            raise corrupt('dimension id out of range')
        attributes = self.attributes()
        code = self.type()
        field = self.count('size field') # redundant
        begin = struct.unpack('>i' if self.version == 1 else '>q', self.take(4 if self.version == 1 else 8))[0]
        record = bool(dims) and dims[0] == self.record_dim
        if self.record_dim in dims[1:]:
            raise corrupt('the record dimension is not the first one of ' + name)
        shape = [self.dims[d]['length'] for d in dims]
        slab = TYPES[code][1]
        for length in shape[1:] if record else shape:
            slab *= length
        if slab > LARGEST - 3:
            raise corrupt('the size of %s overflows' % name)
        if field == 2 ** 32 - 1:
            self.arguable = 'SIZE_FIELD_MISMATCH may be reported'
        elif field not in (padded(slab), slab):
            self.findings.add('SIZE_FIELD_MISMATCH')
        return {'name': name, 'type': TYPES[code][0], 'shape': shape, 'record': record, 'slab': slab, 'begin': begin,
                'attributes': attributes}

    def attributes(self):
        return self.list_of(0xC, 'attributes', 12 if self.count_size == 4 else 20, self.attribute)

    def read(self):
        self.numrecs = struct.unpack('>Q' if self.count_size == 8 else '>I', self.take(self.count_size))[0]
        self.streaming = self.numrecs == 2 ** (8 * self.count_size) - 1
        if self.numrecs > LARGEST and not self.streaming:
            raise corrupt('negative number of records')
        self.dims = self.list_of(0xA, 'dimensions', 8 if self.count_size == 4 else 16, self.dimension)
        records = [i for i, d in enumerate(self.dims) if d['length'] == 0]
        if len(records) > 1:
            raise corrupt('two record dimensions')
        self.record_dim = records[0] if records else -1
        self.gatts = self.attributes()
        self.vars = self.list_of(0xB, 'variables', {1: 28, 2: 32, 5: 48}[self.version], self.variable)
        self.end = self.at
        return self


def lay_out(h):
    """Proves where every variable lies; returns the record size and the number of complete records."""
    recs = [v for v in h.vars if v['record']]
    recsize = recs[0]['slab'] if len(recs) == 1 else sum(padded(v['slab']) for v in recs)
    if recsize > LARGEST:
        raise corrupt('the record size overflows')
    for v in h.vars:
        if v['begin'] < h.end:
            raise corrupt('%s begins inside the header' % v['name'])
        if v['begin'] + v['slab'] > LARGEST:
            raise corrupt('the end of %s overflows' % v['name'])
        if v['begin'] > len(h.data) and (h.numrecs or not v['record']):
            h.arguable = 'a reader may also refuse the file'
        if v['begin'] % 4:
            h.findings.add('UNALIGNED_VARIABLE')
    first = min((v['begin'] for v in recs), default=0)
    extents = [(v['begin'], v['begin'] + v['slab'], v['name']) for v in h.vars if not v['record']]
    inside = sorted((v['begin'], v['begin'] + v['slab'], v['name']) for v in recs)
    for v in recs:
        if v['begin'] - first + v['slab'] > recsize:
            raise corrupt('%s does not lie inside the record' % v['name'])
    for a, b in zip(inside, inside[1:]):
        if b[0] < a[1]:
            raise corrupt('%s overlaps %s in the record' % (b[2], a[2]))

    records = 0 if h.streaming else h.numrecs
    if recs and recsize:
        held = min(max(0, (len(h.data) - v['begin'] - v['slab']) // recsize + 1) for v in recs)
        spare = len(h.data) - first - h.numrecs * recsize
        if h.streaming:
            h.findings.add('STREAMING_RECORDS')
            records = held
        elif held < records:
            h.findings.add('TRUNCATED_RECORDS')
            records = held
        elif held > records and spare > 3:
            if any(h.data[first + records * recsize:]):
                h.findings.add('UNCOUNTED_RECORDS')
            else:
                h.arguable = 'UNCOUNTED_RECORDS may be reported'
        if records:
            extents.append((first, first + records * recsize, 'the records'))
    extents.sort()
    for a, b in zip(extents, extents[1:]):
        if b[0] < a[1]:
            raise corrupt('%s overlaps %s' % (b[2], a[2]))
    return recsize, records


def sha256(h, v, recsize, records):
    parts = [v['begin'] + r * recsize for r in range(records)] if v['record'] else [v['begin']]
    if any(p + v['slab'] > len(h.data) for p in parts):
        h.findings.add('TRUNCATED_VARIABLE')
        return None
    return hashlib.sha256(b''.join(h.data[p:p + v['slab']] for p in parts)).hexdigest()


def recognise(data):
    if not data:
        raise Refused('EMPTY_FILE', 'no bytes at all')
    at = 0
    while at + 8 <= len(data):
        if data[at:at + 8] == HDF5:
            raise Refused('NETCDF4_HDF5', 'HDF5 signature at byte %d' % at)
        at = 2 * at or 512
    if data[:4] == b'\x0e\x03\x13\x01':
        raise Refused('HDF4', 'HDF4 signature')
    if data[:3] == b'CDF':
        if len(data) < 4:
            raise Refused('TRUNCATED_HEADER', 'shorter than any header')
        if data[3] not in (1, 2, 5):
            raise Refused('UNKNOWN_NETCDF_VERSION', 'version byte %d' % data[3])
        return
    if data.startswith(b'version https://git-lfs'):
        raise Refused('GIT_LFS_POINTER', 'git-LFS pointer')
    if all(b in b'\t\n\r' or 32 <= b < 127 for b in data):
        raise Refused('TEXT_FILE', 'text')
    raise Refused('UNKNOWN_FORMAT', 'nothing that is known')


def facts(data):
    try:
        recognise(data)
        h = Header(data).read()
        recsize, records = lay_out(h)
    except Refused as e:
        return {'bytes': len(data), 'refused': e.faults, 'because': e.why}
    variables = []
    for v in h.vars:
        shape = [records] + v['shape'][1:] if v['record'] else v['shape']
        seen = {'name': v['name'], 'type': v['type'], 'shape': shape, 'sha256': sha256(h, v, recsize, records)}
        if v['record']:
            seen['record'] = True
        if v['attributes']:
            seen['attributes'] = [list(a.values()) for a in v['attributes']]
        variables.append(seen)
    result = {'bytes': len(data), 'format': 'CDF-%d' % h.version, 'records': records, 'findings': sorted(h.findings)}
    if h.arguable:
        result['arguable'] = h.arguable
    if h.record_dim >= 0:
        h.dims[h.record_dim]['length'] = records
        result['recordDimension'] = h.dims[h.record_dim]['name']
    return result | {'dimensions': [list(d.values()) for d in h.dims],
                     'attributes': [list(a.values()) for a in h.gatts], 'variables': variables}


def show(value, depth):
    """JSON with one attribute or variable a line: small, and changes show in a diff."""
    if depth and isinstance(value, dict):
        return '{\n' + ',\n'.join('%s: %s' % (json.dumps(k, ensure_ascii=False), show(v, depth - 1))
                                  for k, v in value.items()) + '}'
    if depth and isinstance(value, list) and value and isinstance(value[0], dict):
        return '[\n' + ',\n'.join(show(v, 0) for v in value) + ']'
    return json.dumps(value, ensure_ascii=False, separators=(',', ':'))


def main(folder):
    result = {}
    for sub in FOLDERS:
        path = os.path.join(folder, sub)
        for name in sorted(os.listdir(path)) if os.path.isdir(path) else []:
            if sub == '.' and not (name.endswith('.e') or '.e.' in name):
                continue
            with open(os.path.join(path, name), 'rb') as f:
                result[os.path.normpath(os.path.join(sub, name))] = facts(f.read())
    print(show(result, 3))


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit('usage: expect.py FOLDER > expected.json')
    main(sys.argv[1])
