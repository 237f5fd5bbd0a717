"""What VTK's reader and surface filter take for a coloured, displaced surface: "name value" lines, times in seconds."""
import sys
import time

try:
    import vtk
except ImportError:
    sys.exit(3)


def status(key):
    with open("/proc/self/status") as lines:
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(key + ":"))


def surface(reader, step):
    reader.SetTimeStep(step)
    reader.Update()
    skin = vtk.vtkDataSetSurfaceFilter()
    skin.SetInputData(reader.GetOutput().GetBlock(0).GetBlock(0))
    skin.Update()
    return skin.GetOutput()


def first(path):
    reader = vtk.vtkExodusIIReader()
    reader.SetFileName(path)
    reader.UpdateInformation()
    reader.SetAllArrayStatus(vtk.vtkExodusIIReader.NODAL, 1)
    reader.SetAllArrayStatus(vtk.vtkExodusIIReader.ELEM_BLOCK, 0)
    reader.SetApplyDisplacements(1)
    return reader, surface(reader, 0)


path = sys.argv[1]
steps = int(sys.argv[2])
print("version", vtk.vtkVersion().GetVTKVersion())
begun = time.perf_counter()
reader, skin = first(path)
print("first", time.perf_counter() - begun)
print("nodes", skin.GetNumberOfPoints())
print("faces", skin.GetNumberOfCells())
times = []
for step in range(1, steps):
    begun = time.perf_counter()
    surface(reader, step)
    times.append(time.perf_counter() - begun)
print("step", sorted(times)[len(times) // 2])
print("own", status("RssAnon"))
print("peak", status("VmHWM"))
del reader, skin
begun = time.perf_counter()
first(path)
print("again", time.perf_counter() - begun)
