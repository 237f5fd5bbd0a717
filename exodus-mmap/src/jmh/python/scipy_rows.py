"""What scipy's netcdf_file(mmap=True) takes for the rows of the comparison that it can do.

usage: scipy_rows.py DOUBLE_FILE FLOAT_FILE SECONDS ROW...

Prints a line for each row that is named: its name, what the file has, and the seconds of each measured round.
"""
import sys
import time
import warnings

import numpy as np
from scipy.io import netcdf_file

STEPS = 8
SIDE = 101


def measure(row, stored, work):
    """Runs for a while to warm up, then in five rounds."""
    if row not in sys.argv[4:]:
        return
    limit = float(sys.argv[3])
    rounds = []
    for _ in range(6):
        begin = time.perf_counter()
        calls = 0
        while calls == 0 or time.perf_counter() - begin < limit:
            work(calls)
            calls += 1
        rounds.append((time.perf_counter() - begin) / calls)
    print(row, stored, *rounds[1:], flush=True)


def surface():
    node = np.arange(SIDE ** 3)
    x, y, z = node % SIDE, node // SIDE % SIDE, node // SIDE ** 2
    edge = SIDE - 1
    return node[(x % edge == 0) | (y % edge == 0) | (z % edge == 0)]


def interleave(x, y, z, out):
    out[:, 0] = x
    out[:, 1] = y
    out[:, 2] = z


def rows(path, stored):
    with netcdf_file(path, mmap=True) as file:
        variables = file.variables
        values = variables["vals_nod_var1"].data
        nodal = [variables["vals_nod_var%d" % i].data for i in (1, 2, 3)]
        count, nodes = values.shape
        xyz = [variables[name].data for name in ("coordx", "coordy", "coordz")]
        as_double = np.empty(nodes)
        as_float = np.empty(nodes, dtype="=f4")
        points = np.empty((nodes, 3), dtype="=f4")
        some = surface()
        few = np.arange(1000) * (nodes // 1000)

        measure("StepSum", stored, lambda i: values[i % STEPS].sum(dtype="f8"))
        measure("StepMinMax", stored, lambda i: (values[i % STEPS].min(), values[i % STEPS].max()))
        measure("StepToDoubles", stored, lambda i: np.copyto(as_double, values[i % STEPS]))
        measure("StepToFloats", stored, lambda i: np.copyto(as_float, values[i % STEPS], casting="same_kind"))
        measure("SpreadSum", stored, lambda i: values[i % STEPS, ::3].sum(dtype="f8"))
        measure("SpreadToDoubles", stored, lambda i: np.copyto(as_double[: (nodes + 2) // 3], values[i % STEPS, ::3]))
        measure("GatherNodes", stored, lambda i: values[i % STEPS][some].astype("=f8"))
        measure("InterleaveXyz", stored, lambda i: interleave(*xyz, points))
        measure("DisplacedXyz", stored,
                lambda i: interleave(*(a + 2.5 * b[i % STEPS] for a, b in zip(xyz, nodal)), points))
        measure("Magnitudes", stored, lambda i: np.sqrt(sum(a[i % STEPS].astype("=f8") ** 2 for a in nodal)))
        measure("History", stored, lambda i: values[:, i % 512 * (nodes // 512)].astype("=f8"))
        measure("Histories", stored, lambda i: values[:, few].astype("=f8"))
        del values, nodal, xyz


def connectivity(path, stored):
    with netcdf_file(path, mmap=True) as file:
        nodes = file.variables["connect1"].data
        measure("Connectivity", stored, lambda i: (nodes - 1).astype("=i4"))
        del nodes


def main():
    warnings.simplefilter("ignore")  # That a mapped file cannot be closed while arrays look at it.
    doubles, floats = sys.argv[1:3]
    measure("OpenFile", "-", lambda i: netcdf_file(doubles, mmap=True).close())
    rows(doubles, "DOUBLE")
    rows(floats, "FLOAT")
    connectivity(doubles, "INT")
    # scipy reads CDF-1 and CDF-2 only, so not the file with numbers of 64 bits.


main()
