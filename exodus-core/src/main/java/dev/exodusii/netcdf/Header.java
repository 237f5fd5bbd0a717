package dev.exodusii.netcdf;

import java.util.List;

/// What the header says, each field checked by itself but not yet against the size of the file.
///
/// @param format     the version of the format
/// @param records    the number of records, -1 for the "streaming" marker
/// @param dimensions the dimensions; the record dimension's length is 0 here
/// @param attributes the attributes of the file
/// @param variables  the variables
/// @param bytes      the size of the header
record Header(ContainerFormat format, long records, DimensionList dimensions, NamedList<Attribute> attributes,
        List<VariableHeader> variables, long bytes) {}
