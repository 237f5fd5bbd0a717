package dev.exodusii.fuzz;

/// Whose each byte of a file is: a view must stay with the bytes of one variable or attribute.
final class Owners {

    private final int[] owner;

    /// Numbers variables and attributes and marks their bytes.
    ///
    /// @throws AssertionError when two share a byte: such a file must not open
    Owners(ClassicFile file) {
        owner = new int[Math.toIntExact(file.fileBytes())];
        int number = 0;
        for (boolean ofFile : new boolean[] {true, false}) {
            for (ClassicFile.Att attribute : file.attributes(ofFile)) {
                mark(attribute.offset(), attribute.length() * attribute.type().byteSize(), ++number, attribute.name());
            }
        }
        for (ClassicFile.Var variable : file.variables()) {
            number++;
            if (!variable.isRecord()) {
                long end = Math.min(owner.length, variable.begin() + variable.slab());
                mark(variable.begin(), Math.max(0, end - variable.begin()), number, variable.name());
            } else {
                for (long record = 0; record < file.records(); record++) {
                    mark(variable.begin() + record * file.stride(), variable.slab(), number, variable.name());
                }
            }
        }
    }

    private void mark(long from, long bytes, int number, String name) {
        for (long at = from; at < from + bytes; at++) {
            if (owner[(int) at] != 0) {
                throw new AssertionError("byte " + at + " belongs to '" + name + "' and to something else as well");
            }
            owner[(int) at] = number;
        }
    }

    /// Tells whose some bytes are.
    ///
    /// @return a number, the same for all bytes of one variable
    /// @throws AssertionError when they are nobody's or not of one alone
    int of(long offset, int bytes) {
        int number = owner[(int) offset];
        for (int i = 0; i < bytes; i++) {
            if (number == 0 || owner[(int) offset + i] != number) {
                throw new AssertionError("the value at byte " + offset + " reaches outside of its variable");
            }
        }
        return number;
    }
}
