package dev.exodusii.netcdf.write;

import dev.exodusii.netcdf.ContainerFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes the header (`exodus-format` §1.2), into a buffer whose size it has counted before.
final class HeaderEncoder {

    private static final int DIMENSIONS = 0x0A;
    private static final int VARIABLES = 0x0B;
    private static final int ATTRIBUTES = 0x0C;
    private static final int MAGIC_BYTES = 4;
    private static final int TAG_BYTES = 4;
    private static final long MAX_SIZE_FIELD = 0xFFFF_FFFCL;
    private static final long TOO_LARGE_MARKER = 0xFFFF_FFFFL;

    private final ContainerFormat format;
    private final ByteBuffer to;

    private HeaderEncoder(ContainerFormat format, ByteBuffer to) {
        this.format = format;
        this.to = to;
    }

    /// Returns the size that the header will have.
    ///
    /// @throws IllegalArgumentException when it is longer than an array can be
    static long size(ContainerFormat format, List<DimensionDefinition> dimensions,
            List<AttributeDefinition> attributes, List<VariableDefinition> variables) {
        int count = format.countBytes();
        long bytes = MAGIC_BYTES + count + 2L * (TAG_BYTES + count) + attributeBytes(format, attributes);
        for (DimensionDefinition dimension : dimensions) {
            bytes += nameBytes(format, dimension.name()) + count;
        }
        for (VariableDefinition variable : variables) {
            bytes += nameBytes(format, variable.name()) + count + (long) count * variable.dimensions().size()
                    + attributeBytes(format, variable.attributes()) + TAG_BYTES + count + format.offsetBytes();
        }
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the header would take " + bytes + " bytes, more than "
                    + (Integer.MAX_VALUE - 8));
        }
        return bytes;
    }

    private static long attributeBytes(ContainerFormat format, List<AttributeDefinition> attributes) {
        long bytes = (long) TAG_BYTES + format.countBytes();
        for (AttributeDefinition attribute : attributes) {
            bytes += nameBytes(format, attribute.name()) + TAG_BYTES + format.countBytes()
                    + padded(attribute.stored().length);
        }
        return bytes;
    }

    private static long nameBytes(ContainerFormat format, String name) {
        return format.countBytes() + padded(name.getBytes(StandardCharsets.UTF_8).length);
    }

    private static long padded(long bytes) {
        return bytes + (-bytes & 3);
    }

    /// Returns the header of a definition.
    static byte[] encode(FileDefinition definition, long records) {
        ByteBuffer to = ByteBuffer.allocate((int) definition.layout().headerBytes());
        HeaderEncoder encoder = new HeaderEncoder(definition.format(), to);
        encoder.header(definition, records);
        if (to.hasRemaining()) {
            throw new AssertionError("the header was counted wrongly: " + to);
        }
        return to.array();
    }

    /// Returns the bytes of a record count, as they stand behind the first four of a file.
    static ByteBuffer recordCount(ContainerFormat format, long records) {
        ByteBuffer to = ByteBuffer.allocate(format.countBytes());
        new HeaderEncoder(format, to).count(records);
        return to.flip();
    }

    private void header(FileDefinition definition, long records) {
        to.put((byte) 'C').put((byte) 'D').put((byte) 'F').put((byte) format.versionByte());
        count(records);
        list(DIMENSIONS, definition.dimensions().size());
        for (DimensionDefinition dimension : definition.dimensions()) {
            name(dimension.name());
            count(dimension.length());
        }
        attributes(definition.attributes());
        list(VARIABLES, definition.variables().size());
        for (VariableDefinition variable : definition.variables()) {
            name(variable.name());
            count(variable.dimensions().size());
            variable.dimensions().forEach(dimension -> count(dimension.index()));
            attributes(variable.attributes());
            to.putInt(format.typeCode(variable.type()));
            count(sizeField(variable));
            offset(definition.layout().begin(variable));
        }
    }

    private long sizeField(VariableDefinition variable) {
        long bytes = variable.paddedBytes();
        return format != ContainerFormat.CDF_5 && bytes > MAX_SIZE_FIELD ? TOO_LARGE_MARKER : bytes;
    }

    private void attributes(List<AttributeDefinition> attributes) {
        list(ATTRIBUTES, attributes.size());
        for (AttributeDefinition attribute : attributes) {
            name(attribute.name());
            to.putInt(format.typeCode(attribute.type()));
            count(attribute.length());
            bytes(attribute.stored());
        }
    }

    /// An empty list is written as absent.
    private void list(int tag, int size) {
        to.putInt(size == 0 ? 0 : tag);
        count(size);
    }

    private void name(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        count(bytes.length);
        bytes(bytes);
    }

    private void bytes(byte[] bytes) {
        to.put(bytes);
        to.position(to.position() + (-bytes.length & 3));
    }

    private void count(long value) {
        if (format.countBytes() == Long.BYTES) {
            to.putLong(value);
        } else {
            to.putInt((int) value);
        }
    }

    private void offset(long value) {
        if (format.offsetBytes() == Long.BYTES) {
            to.putLong(value);
        } else {
            to.putInt((int) value);
        }
    }
}
