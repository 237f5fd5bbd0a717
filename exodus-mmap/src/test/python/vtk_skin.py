"""Prints the outside of element blocks as VTK sees it.

Reads paths, one a line. For each block: path, id, number of polygons, and a digest of their corners: 1-based node numbers,
those of a polygon and the polygons in rising order. Polygons with fewer than three different nodes are left out. Quadratic
faces are taken by their corners.

Each file is read by a process of its own, since VTK ends its process on some files: then the line is the path and "ended".
"""
import hashlib
import os
import sys

from vtkmodules.util.numpy_support import vtk_to_numpy
from vtkmodules.vtkCommonCore import vtkObject
from vtkmodules.vtkFiltersGeometry import vtkDataSetSurfaceFilter
from vtkmodules.vtkIOExodus import vtkExodusIIReader


def polygons(block):
    outside = vtkDataSetSurfaceFilter()
    outside.SetInputData(block)
    outside.SetNonlinearSubdivisionLevel(0)
    outside.Update()
    numbers = outside.GetOutput().GetPointData().GetArray("ImplicitNodeId")
    cells = outside.GetOutput().GetPolys()
    if cells.GetNumberOfCells() == 0:
        return []
    numbers = vtk_to_numpy(numbers)
    starts = vtk_to_numpy(cells.GetOffsetsArray())
    corners = numbers[vtk_to_numpy(cells.GetConnectivityArray())].tolist()
    found = (sorted(set(corners[starts[i]:starts[i + 1]])) for i in range(len(starts) - 1))
    return sorted(face for face in found if len(face) > 2)


def tell(path):
    reader = vtkExodusIIReader()
    reader.SetFileName(path)
    reader.UpdateInformation()
    reader.GenerateImplicitNodeIdArrayOn()
    for i in range(reader.GetNumberOfElementBlockArrays()):
        reader.SetElementBlockArrayStatus(reader.GetElementBlockArrayName(i), 1)
    reader.Update()
    blocks = reader.GetOutput().GetBlock(0)
    for i in range(blocks.GetNumberOfBlocks() if blocks else 0):
        block = blocks.GetBlock(i)
        if block is not None and block.GetNumberOfCells() > 0:
            faces = polygons(block)
            text = "".join(" ".join(map(str, face)) + "\n" for face in faces)
            number = reader.GetObjectId(vtkExodusIIReader.ELEM_BLOCK, i)
            print(path, number, len(faces), hashlib.sha256(text.encode()).hexdigest(), sep="\t")


vtkObject.GlobalWarningDisplayOff()
for path in sys.stdin.read().splitlines():
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        tell(path)
        sys.stdout.flush()
        os._exit(0)
    if os.waitpid(child, 0)[1] != 0:
        print(path, "ended", sep="\t")
