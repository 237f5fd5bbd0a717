"""Adds steps to a results file through netCDF4-python, for readers that follow: see LibraryWritersTest.

live_writer.py FILE STEPS SECONDS
"""
import sys
import time

import netCDF4
import numpy

NODES = 1500
VARIABLES = 2


def main(name, steps, rest):
    file = netCDF4.Dataset(name, "w", format="NETCDF3_64BIT_OFFSET")
    file.version = numpy.float32(8.03)
    file.api_version = numpy.float32(8.03)
    file.createDimension("time_step", None)
    file.createDimension("num_dim", 1)
    file.createDimension("num_nodes", NODES)
    file.createDimension("num_nod_var", VARIABLES)
    file.createDimension("len_name", 32)
    times = file.createVariable("time_whole", "f8", ("time_step",))
    names = file.createVariable("name_nod_var", "S1", ("num_nod_var", "len_name"))
    series = [file.createVariable("vals_nod_var%d" % (v + 1), "f8", ("time_step", "num_nodes"))
              for v in range(VARIABLES)]
    for v in range(VARIABLES):
        names[v, :] = numpy.frombuffer(("v%d" % (v + 1)).encode().ljust(32, b"\0"), "S1")
    nodes = numpy.arange(NODES)
    for step in range(steps):
        times[step] = 0.125 * (step + 1)
        for v in range(VARIABLES):
            series[v][step, :] = step * 1000003.0 + v * 0.5 + nodes * 1e-4 + 1
        file.sync()
        time.sleep(rest)
    file.close()


main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
