package dev.exodusii.cli.ls;

/// One thing in a file.
///
/// @param address what names it in every verb
/// @param name    its own name, empty where it has none
/// @param what    its shape, or the type of its values
/// @param size    how many entries it has: elements, nodes, sides, values at each step
/// @param places  how many blocks or sets a variable is stored on, of how many; empty for others
/// @param bytes   what its values take in the file
public record Item(String address, String name, String what, long size, String places, long bytes) {}
