package dev.exodusii.cli.json;

/// How ids are written: the labels that users gave to nodes, elements, blocks, sets, maps...
public enum Ids {
    /// As the integers that they are.
    INTEGERS,
    /// As texts: many programs, JavaScript among them, round integers beyond 2^53.
    STRINGS
}
