package dev.exodusii.netcdf.write;

import dev.exodusii.netcdf.Attribute;
import dev.exodusii.view.ElementType;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A named piece of metadata of a file or of a variable that is to be written. Immutable.
public final class AttributeDefinition {

    private final String name;
    private final ElementType type;
    private final byte[] stored;

    private AttributeDefinition(String name, ElementType type, byte[] stored) {
        this.name = name;
        this.type = type;
        this.stored = stored;
    }

    /// Makes text: its bytes in UTF-8, without a NUL at the end; an empty text has no bytes.
    ///
    /// @param name  the name
    /// @param value the text; a NUL at its end is stored where a convention wants one
    /// @return the attribute
    public static AttributeDefinition text(String name, String value) {
        return new AttributeDefinition(name, ElementType.CHAR, value.getBytes(StandardCharsets.UTF_8));
    }

    /// Makes a list of bytes as they are: text in another encoding, or small integers.
    ///
    /// @param name   the name
    /// @param type   `CHAR`, `BYTE` or `UBYTE`
    /// @param values the bytes
    /// @return the attribute
    /// @throws IllegalArgumentException when the type has more than one byte
    public static AttributeDefinition bytes(String name, ElementType type, byte... values) {
        if (type.byteSize() != 1) {
            throw new IllegalArgumentException(name + ": values of type " + type.label() + " are not single bytes");
        }
        return new AttributeDefinition(name, type, values.clone());
    }

    /// Makes a list of `short`.
    ///
    /// @param name   the name
    /// @param values the values
    /// @return the attribute
    public static AttributeDefinition shorts(String name, short... values) {
        ByteBuffer stored = ByteBuffer.allocate(values.length * Short.BYTES);
        stored.asShortBuffer().put(values);
        return new AttributeDefinition(name, ElementType.SHORT, stored.array());
    }

    /// Makes a list of `int`.
    ///
    /// @param name   the name
    /// @param values the values
    /// @return the attribute
    public static AttributeDefinition ints(String name, int... values) {
        ByteBuffer stored = ByteBuffer.allocate(values.length * Integer.BYTES);
        stored.asIntBuffer().put(values);
        return new AttributeDefinition(name, ElementType.INT, stored.array());
    }

    /// Makes a list of `float`.
    ///
    /// @param name   the name
    /// @param values the values
    /// @return the attribute
    public static AttributeDefinition floats(String name, float... values) {
        ByteBuffer stored = ByteBuffer.allocate(values.length * Float.BYTES);
        stored.asFloatBuffer().put(values);
        return new AttributeDefinition(name, ElementType.FLOAT, stored.array());
    }

    /// Makes a list of `double`.
    ///
    /// @param name   the name
    /// @param values the values
    /// @return the attribute
    public static AttributeDefinition doubles(String name, double... values) {
        ByteBuffer stored = ByteBuffer.allocate(values.length * Double.BYTES);
        stored.asDoubleBuffer().put(values);
        return new AttributeDefinition(name, ElementType.DOUBLE, stored.array());
    }

    /// Makes a list of integers of any type.
    ///
    /// @param name   the name
    /// @param type   an integer type; those that CDF-1 and CDF-2 lack make the file CDF-5
    /// @param values the values; the bits of unsigned 64-bit ones
    /// @return the attribute
    /// @throws ArithmeticException      when a value does not fit into the type
    /// @throws IllegalArgumentException when the type is not one of integers
    public static AttributeDefinition integers(String name, ElementType type, long... values) {
        if (!type.isInteger()) {
            throw new IllegalArgumentException(name + ": " + type.label() + " is not a type of integers");
        }
        byte[] stored = new byte[values.length * type.byteSize()];
        ElementType given = type == ElementType.UINT64 ? ElementType.UINT64 : ElementType.INT64;
        new MemoryValues(MemorySegment.ofArray(values), given, ByteOrder.nativeOrder())
                .encode(new Conversion(), 0, values.length, type, MemorySegment.ofArray(stored));
        return new AttributeDefinition(name, type, stored);
    }

    /// Takes over an attribute of a file that was read, byte for byte.
    ///
    /// @param attribute the attribute; its file is open
    /// @return the attribute
    public static AttributeDefinition of(Attribute attribute) {
        byte[] stored = attribute.values().rawSegment().orElseThrow().toArray(ValueLayout.JAVA_BYTE);
        return new AttributeDefinition(attribute.name(), attribute.type(), stored);
    }

    AttributeDefinition named(String newName) {
        return newName.equals(name) ? this : new AttributeDefinition(newName, type, stored);
    }

    /// Returns the name.
    public String name() {
        return name;
    }

    /// Returns the type of the values.
    public ElementType type() {
        return type;
    }

    /// Returns the number of values, bytes for text.
    public long length() {
        return stored.length / type.byteSize();
    }

    /// Returns a copy of the bytes as they are stored: big-endian, without padding.
    public byte[] storedBytes() {
        return stored.clone();
    }

    /// The bytes themselves.
    byte[] stored() {
        return stored;
    }

    /// Returns type, name and length.
    @Override
    public String toString() {
        return type.label() + " " + name + "[" + length() + "]";
    }
}
