package dev.exodusii.write;

import dev.exodusii.netcdf.write.Values;
import java.util.function.Supplier;

/// Values that the definition itself tells, such as ids and names.
///
/// @param variable the variable of the container that has them
/// @param values   makes them when they are written
record GivenValues(String variable, Supplier<Values> values) {}
