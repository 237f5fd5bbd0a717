/// What is seen of a mesh, as a viewer draws it: triangles, lines and points, found once, and the values of a step on them.
///
/// [dev.exodusii.surface.MeshFaces] knows the faces that bound solids and puts a [dev.exodusii.surface.Surface] together for
/// the blocks that are visible, for a side set or for an element set. The surface has index buffers of its own nodes, says
/// where each triangle comes from, and [dev.exodusii.surface.SurfaceValues] copies values at a step:
///
/// ```java
/// MeshFaces faces = MeshFaces.of(file, workers);
/// Surface surface = faces.surface(SurfaceOptions.standard().onlyBlocks(block -> block.id() != 7), workers);
/// float[] colours = new float[surface.nodeCount()];
/// surface.values().copyNodal(file.nodal("temperature").step(42), colours);
/// ```
///
/// At a time between two steps it tells what is wanted, as [dev.exodusii.surface.SurfaceFloats]:
///
/// ```java
/// surface.values().nodal(file.nodal("temperature").at(time)).copyTo(colours);
/// ```
///
/// Everything public but [dev.exodusii.surface.SurfacePicker] is immutable and safe for use by many threads.
package dev.exodusii.surface;
