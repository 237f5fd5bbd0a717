/// Copies a model from file to file and changes it on the way: a part of it, moved, turned, scaled, mirrored, at other
/// times. One pass, memory that does not grow with the file but for one bit and a half for each node where unused nodes are
/// dropped.
///
/// [ModelCopy] is where to begin.
package dev.exodusii.transform;
