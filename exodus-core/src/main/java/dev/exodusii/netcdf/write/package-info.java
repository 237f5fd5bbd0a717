/// Writes classic netCDF files: a definition is laid out once, then values go straight into their places.
///
/// A [FileDefinition] says which dimensions, attributes and variables there are and computes where everything lies,
/// byte for byte as the netCDF library in C does. A [NetcdfWriter] takes values for it and gives them to a [ByteSink];
/// files are made by `dev.exodusii.mmap.NetcdfOutput`.
package dev.exodusii.netcdf.write;
