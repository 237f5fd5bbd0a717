/// Slices through a mesh by a plane: polygons, lines and points, with values from the nodes around.
package dev.exodusii.slice;
