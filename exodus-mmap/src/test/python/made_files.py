"""Prints what another program finds in files that were made from nothing.

The first argument is the program: netcdf (netCDF-C, by netCDF4-python), libexodus (Debian's, by ctypes) or vtk. Reads paths, one a line.
For each file: path, what it is, and a digest of all its values in order, reals as 64-bit and integers as 64-bit, little-endian.
Numbers of nodes, elements and sides are those of the file, from 1 on.

Ends with 3 where the program is not there.
"""
import ctypes
import hashlib
import sys

try:
    import numpy
except ImportError:
    sys.exit(3)


def tell(path, what, values, kind):
    data = numpy.ascontiguousarray(values, kind).tobytes()
    print(path, what, hashlib.sha256(data).hexdigest(), sep="\t")


def reals(path, what, values):
    tell(path, what, values, "<f8")


def integers(path, what, values):
    tell(path, what, values, "<i8")


def netcdf(paths):
    try:
        import netCDF4
    except ImportError:
        sys.exit(3)

    def names(data, name):
        return [text.tobytes().split(b"\0")[0].decode() for text in data[name][:]] if name in data.variables else []

    for path in paths:
        data = netCDF4.Dataset(path)
        data.set_auto_mask(False)
        axes = [data["coord" + axis][:] for axis in "xyz" if "coord" + axis in data.variables]
        reals(path, "points", numpy.array(axes, "<f8").T)
        for kind, letter, connect in ("element block", "eb", "connect"), ("face block", "fa", "fbconn"):
            for i, id in enumerate(data[letter + "_prop1"][:] if letter + "_prop1" in data.variables else [], 1):
                faces = "facconn%d" % i
                integers(path, "%s %d" % (kind, id), data[faces if kind == "element block" and faces in data.variables
                                                           else connect + str(i)][:])
        for i, id in enumerate(data["ns_prop1"][:] if "ns_prop1" in data.variables else [], 1):
            integers(path, "node set %d" % id, data["node_ns%d" % i][:])
        for i, id in enumerate(data["ss_prop1"][:] if "ss_prop1" in data.variables else [], 1):
            integers(path, "side set %d" % id, [data["elem_ss%d" % i][:], data["side_ss%d" % i][:]])
        for step in range(len(data["time_whole"])):
            for i, name in enumerate(names(data, "name_nod_var"), 1):
                reals(path, "nodal %s %d" % (name, step), data["vals_nod_var%d" % i][step])
            for i, name in enumerate(names(data, "name_elem_var"), 1):
                for j, id in enumerate(data["eb_prop1"][:], 1):
                    reals(path, "element %s %d %d" % (name, id, step), data["vals_elem_var%deb%d" % (i, j)][step])
            for i, name in enumerate(names(data, "name_glo_var")):
                reals(path, "global %s %d" % (name, step), data["vals_glo_var"][step, i])
            reals(path, "time %d" % step, data["time_whole"][step])
        data.close()


def libexodus(paths):
    try:
        lib = ctypes.CDLL("libexoIIv2c.so.5")
    except OSError:
        sys.exit(3)
    elem_block, node_set, side_set, face_block, whole, nodal = 1, 2, 3, 8, 13, 14
    steps, face_blocks = 16, 35
    # Of its header; another one prints a warning.
    version_of_interface = 602

    def check(result):
        if result < 0:
            raise OSError("libexodus says %d" % result)
        return result

    def ids(handle, kind, count):
        array = (ctypes.c_int * max(count, 1))()
        if count:
            check(lib.ex_get_ids(handle, kind, array))
        return list(array)[:count]

    def block(handle, kind, id):
        text = ctypes.create_string_buffer(64)
        sizes = [ctypes.c_int() for _ in range(5)]
        check(lib.ex_get_block(handle, kind, ctypes.c_int64(id), text, *map(ctypes.byref, sizes)))
        return [text.value.lower()] + [size.value for size in sizes]

    def variable(handle, step, kind, index, id, count):
        array = (ctypes.c_double * count)()
        check(lib.ex_get_var(handle, step, kind, index, ctypes.c_int64(id), ctypes.c_int64(count), array))
        return list(array)

    def names(handle, kind):
        count = ctypes.c_int()
        check(lib.ex_get_variable_param(handle, kind, ctypes.byref(count)))
        texts = [ctypes.create_string_buffer(64) for _ in range(count.value)]
        pointers = (ctypes.c_char_p * max(1, count.value))(*map(ctypes.addressof, texts))
        if texts:
            check(lib.ex_get_variable_names(handle, kind, count, pointers))
        return [text.value.decode() for text in texts]

    lib.ex_inquire_int.restype = ctypes.c_int64
    for path in paths:
        width, stored, version = ctypes.c_int(8), ctypes.c_int(0), ctypes.c_float()
        handle = check(lib.ex_open_int(path.encode(), 0, ctypes.byref(width), ctypes.byref(stored), ctypes.byref(version),
                                       version_of_interface))
        title = ctypes.create_string_buffer(128)
        sizes = [ctypes.c_int() for _ in range(6)]
        check(lib.ex_get_init(handle, title, *map(ctypes.byref, sizes)))
        dimension, nodes, _, blocks, node_sets, side_sets = (size.value for size in sizes)
        axes = [(ctypes.c_double * nodes)() for _ in range(dimension)]
        check(lib.ex_get_coord(handle, *(axes + [None] * (3 - dimension))))
        reals(path, "points", numpy.array([list(axis) for axis in axes]).T)
        element_blocks = ids(handle, elem_block, blocks)
        for id in element_blocks:
            shape, count, each, _, faces, _ = block(handle, elem_block, id)
            array = (ctypes.c_int * (faces if shape == b"nfaced" else count * each))()
            check(lib.ex_get_conn(handle, elem_block, ctypes.c_int64(id),
                                  *([None, None, array] if shape == b"nfaced" else [array, None, None])))
            integers(path, "element block %d" % id, list(array))
        for id in ids(handle, face_block, lib.ex_inquire_int(handle, face_blocks)):
            shape, count, each, _, _, _ = block(handle, face_block, id)
            array = (ctypes.c_int * (each if shape == b"nsided" else count * each))()
            check(lib.ex_get_conn(handle, face_block, ctypes.c_int64(id), array, None, None))
            integers(path, "face block %d" % id, list(array))
        for kind, label, count in (node_set, "node set", node_sets), (side_set, "side set", side_sets):
            for id in ids(handle, kind, count):
                entries, factors = ctypes.c_int(), ctypes.c_int()
                check(lib.ex_get_set_param(handle, kind, ctypes.c_int64(id), ctypes.byref(entries), ctypes.byref(factors)))
                first, second = (ctypes.c_int * entries.value)(), (ctypes.c_int * entries.value)()
                check(lib.ex_get_set(handle, kind, ctypes.c_int64(id), first, second if kind == side_set else None))
                integers(path, "%s %d" % (label, id), [list(first), list(second)] if kind == side_set else list(first))
        for step in range(lib.ex_inquire_int(handle, steps)):
            for i, name in enumerate(names(handle, nodal), 1):
                reals(path, "nodal %s %d" % (name, step), variable(handle, step + 1, nodal, i, 1, nodes))
            for i, name in enumerate(names(handle, elem_block), 1):
                for id in element_blocks:
                    count = block(handle, elem_block, id)[1]
                    reals(path, "element %s %d %d" % (name, id, step), variable(handle, step + 1, elem_block, i, id, count))
            every = names(handle, whole)
            for name, value in zip(every, variable(handle, step + 1, whole, 1, 1, len(every)) if every else []):
                reals(path, "global %s %d" % (name, step), value)
            time = ctypes.c_double()
            check(lib.ex_get_time(handle, step + 1, ctypes.byref(time)))
            reals(path, "time %d" % step, time.value)
        check(lib.ex_close(handle))


# Where VTK keeps the nodes of a shape that it orders otherwise.
VTK_ORDER = {
    25: list(range(12)) + [16, 17, 18, 19, 12, 13, 14, 15],
    29: list(range(12)) + [16, 17, 18, 19, 12, 13, 14, 15, 26, 24, 25, 20, 21, 22, 23],
}
POLYHEDRON = 42


def vtk(paths):
    try:
        from vtkmodules.util.numpy_support import vtk_to_numpy
        from vtkmodules.vtkIOExodus import vtkExodusIIReader
    except ImportError:
        sys.exit(3)
    for path in paths:
        reader = vtkExodusIIReader()
        reader.SetFileName(path)
        reader.UpdateInformation()
        reader.SetSqueezePoints(False)
        reader.SetApplyDisplacements(0)
        for kind in reader.ELEM_BLOCK, reader.NODAL, reader.GLOBAL:
            reader.SetAllArrayStatus(kind, 1)
        for i in range(reader.GetNumberOfObjects(reader.ELEM_BLOCK)):
            reader.SetObjectStatus(reader.ELEM_BLOCK, i, 1)
        low, high = reader.GetTimeStepRange()
        for step in range(low, high + 1):
            reader.SetTimeStep(step)
            reader.Update()
            all = reader.GetOutput().GetBlock(0)
            for i in range(all.GetNumberOfBlocks()):
                block = all.GetBlock(i)
                id = reader.GetObjectId(reader.ELEM_BLOCK, i)
                if i == 0 and step == low:
                    reals(path, "points", vtk_to_numpy(block.GetPoints().GetData())[:, :reader.GetDimensionality()])
                if step == low and block.GetCellType(0) != POLYHEDRON:
                    numbers = vtk_to_numpy(block.GetCells().GetConnectivityArray()).reshape(block.GetNumberOfCells(), -1)
                    order = VTK_ORDER.get(block.GetCellType(0), range(numbers.shape[1]))
                    integers(path, "element block %d" % id, numbers[:, order] + 1)
                for j in range(reader.GetNumberOfPointResultArrays() if i == 0 else 0):
                    name = reader.GetPointResultArrayName(j)
                    reals(path, "nodal %s %d" % (name, step), vtk_to_numpy(block.GetPointData().GetArray(name)))
                for j in range(reader.GetNumberOfElementResultArrays()):
                    name = reader.GetElementResultArrayName(j)
                    reals(path, "element %s %d %d" % (name, id, step), vtk_to_numpy(block.GetCellData().GetArray(name)))


{"netcdf": netcdf, "libexodus": libexodus, "vtk": vtk}[sys.argv[1]](sys.stdin.read().split("\n")[:-1])
