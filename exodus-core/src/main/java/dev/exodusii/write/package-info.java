/// Writes Exodus files: what a file holds is declared first, then values go straight into their places.
///
/// An [ExodusDefinition] says which nodes, blocks, sets, maps and variables there are; it is made by a builder or taken from
/// an open file and altered. An [ExodusWriter] lays it out as the reference library does, once, and hands out places,
/// under the names by which [dev.exodusii.ExodusFile] hands out views: `writer.nodal("temperature").step(3).put(values)`
/// is read by `file.nodal("temperature").step(3)`.
package dev.exodusii.write;
