package dev.exodusii.netcdf;

import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// A named piece of metadata of the file or of one variable: text, or a list of numbers.
///
/// Writers disagree about types and lengths, so the accessors convert where that loses nothing and are empty where the
/// attribute has no such value. The values stay in the file; every accessor but the name, type and length throws
/// [IllegalStateException] naming the file once that is closed. Immutable and safe for use by many threads.
public final class Attribute {

    private final Memory memory;
    private final String name;
    private final ElementType type;
    private final long length;
    private final long offset;

    Attribute(Memory memory, String name, ElementType type, long length, long offset) {
        this.memory = memory;
        this.name = name;
        this.type = type;
        this.length = length;
        this.offset = offset;
    }

    /// Returns the name.
    public String name() {
        return name;
    }

    /// Returns the type of the stored values.
    public ElementType type() {
        return type;
    }

    /// Returns the number of values, bytes for text; 0 is legal.
    public long length() {
        return length;
    }

    /// Returns the byte in the file where the values start.
    public long begin() {
        return offset;
    }

    /// Returns the values where they lie in the header.
    ///
    /// @return a view of rank 1
    public ArrayView values() {
        return ArrayView.contiguous(memory.segment(), type, offset, length);
    }

    /// Tells whether the attribute is text: stored as characters.
    public boolean isText() {
        return type == ElementType.CHAR;
    }

    /// Returns the text up to its first NUL without trailing white space: UTF-8 or, where the bytes are not that,
    /// ISO-8859-1.
    ///
    /// @return the text, which may be empty; nothing for numbers other than single bytes
    public Optional<String> text() {
        return type.byteSize() == 1 ? Optional.of(values().text().get(0)) : Optional.empty();
    }

    /// Returns the first value as an integer.
    ///
    /// @return the integer, also of a real attribute whose value is a whole number; nothing for text, for an empty
    ///         attribute and for a value that is not a 64-bit signed integer
    public OptionalLong integer() {
        if (isText() || length == 0) {
            return OptionalLong.empty();
        }
        if (type.isReal()) {
            double value = values().reals().get(0);
            // -2^63 is a long but 2^63 is not, and NaN fails the first comparison.
            return value == Math.rint(value) && value >= -0x1p63 && value < 0x1p63 ? OptionalLong.of((long) value)
                    : OptionalLong.empty();
        }
        long value = values().integers().get(0);
        return type == ElementType.UINT64 && value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /// Returns the first value as a real number.
    ///
    /// @return the number, rounded to the nearest double where a 64-bit integer is too long; nothing for text and for
    ///         an empty attribute
    public OptionalDouble real() {
        return isText() || length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values().reals().get(0));
    }

    /// Returns type, name and length, such as `char title[12]`.
    @Override
    public String toString() {
        return type.label() + " " + name + "[" + length + "]";
    }
}
