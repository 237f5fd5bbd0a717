package dev.exodusii.topology;

import java.util.Optional;

/// What a block's element type was understood to be.
///
/// @param topology the shape; of [Family#UNKNOWN] when the type is not known
/// @param guessed  whether the file names no type and the shape was inferred from the number of nodes
/// @param remark   one sentence for a person when the type's text did not simply say which shape it is, such as
///                 `type 'tetra' with 8 nodes per element read as TET8` or `unknown type 'FOO8'`
public record TopologyMatch(Topology topology, boolean guessed, Optional<String> remark) {}
