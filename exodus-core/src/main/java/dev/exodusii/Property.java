package dev.exodusii;

import dev.exodusii.view.IntegerView;

/// An integer that each entity of a kind carries, such as a material number or a colour (`exodus-format` §2.7). The
/// first property of a kind is always `ID`.
///
/// @param name   the property's name
/// @param values one value for each entity, in the order of the file
public record Property(String name, IntegerView values) {}
