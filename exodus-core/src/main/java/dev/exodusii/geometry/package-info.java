/// Where points are in a mesh: shape functions of elements, the way back from a point to an element's own coordinates,
/// and the search for the nearest node and the containing element.
///
/// [dev.exodusii.geometry.PointLocator] answers questions about a file; [dev.exodusii.geometry.PlacedElement] and
/// [dev.exodusii.geometry.ShapeFunctions] are what it is made of. Everything public here is immutable and safe for use by
/// many threads.
package dev.exodusii.geometry;
