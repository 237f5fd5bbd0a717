/// Exodus II: the mesh, its blocks and sets, and the results on them.
///
/// [dev.exodusii.ExodusFile] is the entry. The model reads every layout and every habit of writers that is known,
/// and names what it finds damaged; the conventions are those of the reference library.
package dev.exodusii;
