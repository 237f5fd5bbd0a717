package dev.exodusii.cli.ls;

import dev.exodusii.cli.address.NamedAttributes;

/// One thing in a file.
///
/// @param address what names it in every verb
/// @param name    its own name, empty where it has none
/// @param what    its shape, or the type of its values
/// @param size    how many entries it has: elements, nodes, sides, values at each step
/// @param places  how many blocks or sets a variable is stored on, of how many; empty for others
/// @param bytes   what its values take in the file
public record Item(String address, String name, String what, long size, String places, long bytes) {

    /// Returns what its address begins with: the word for its kind.
    public String kind() {
        int end = 0;
        while (end < address.length() && "/:@".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return address.substring(0, end);
    }

    /// Tells whether it is a block, set, map, assembly or blob.
    public boolean isEntity() {
        return address.startsWith(kind() + ":");
    }

    /// Tells whether it is a variable.
    public boolean isVariable() {
        return address.contains("/") && !kind().equals(NamedAttributes.WORD);
    }
}
