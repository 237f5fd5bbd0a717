package dev.exodusii.cli.cat;

import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/// Writes values as a NumPy array: version 1.0 of the `.npy` format, little-endian, in C order, so that
/// `numpy.load(file, mmap_mode='r')` maps them as the machine's own numbers. The format is that of NumPy's
/// documentation of `numpy.lib.format`.
public final class Npy {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;
    private static final int BUFFER = 1 << 16;

    /// The types that values have in the array.
    private enum Type {
        INT("<i4", 4), LONG("<i8", 8), FLOAT("<f4", 4), DOUBLE("<f8", 8);

        private final String code;
        private final int bytes;

        Type(String code, int bytes) {
            this.code = code;
            this.bytes = bytes;
        }
    }

    private Npy() {}

    /// Writes the values of a source.
    ///
    /// @param source the source
    /// @param chosen the rows that are written, for each slab
    /// @param count  how many rows that are in all
    /// @param isAll  whether that is every row
    /// @param out    where the array goes
    /// @throws IOException     when writing fails
    /// @throws AbsentException when the values are no numbers
    public static void write(Source source, Rows chosen, long count, boolean isAll, OutputStream out)
            throws IOException {
        List<Field> first = source.count() == 0 ? List.of() : values(source.slab(0));
        if (first.isEmpty()) {
            throw AbsentException.syntax("these are no numbers that make an array", "--csv prints them");
        }
        Type type = type(source);
        List<Long> shape = new ArrayList<>(isAll ? source.shape() : List.of(count));
        if (!isAll && first.size() > 1) {
            shape.add((long) first.size());
        }
        out.write(header(type, shape));
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < source.count(); i++) {
            Slab slab = source.slab(i);
            List<Field> fields = values(slab);
            if (isAll && type == Type.DOUBLE && fields.size() == 1 && fields.getFirst() instanceof Field.Reals reals
                    && reals.values().stored().isPresent()) {
                putAll(reals.values().stored().get(), buffer, out);
                continue;
            }
            LongPredicate isIn = chosen.of(slab);
            for (long row = 0; row < slab.rows(); row++) {
                if (!isIn.test(row)) {
                    continue;
                }
                if (buffer.remaining() < fields.size() * type.bytes) {
                    drain(buffer, out);
                }
                for (Field field : fields) {
                    put(field, row, type, buffer, out);
                }
            }
        }
        drain(buffer, out);
    }

    /// Chooses rows of slabs.
    @FunctionalInterface
    public interface Rows {

        /// Makes the test of a slab's rows, in order.
        ///
        /// @param slab the slab
        /// @return tells whether a row is written
        LongPredicate of(Slab slab);
    }

    private static void put(Field field, long row, Type type, ByteBuffer buffer, OutputStream out) throws IOException {
        if (buffer.remaining() < type.bytes) {
            drain(buffer, out);
        }
        switch (type) {
            case INT -> buffer.putInt(Math.toIntExact(((Field.Integers) field).values().applyAsLong(row)));
            case LONG -> buffer.putLong(((Field.Integers) field).values().applyAsLong(row));
            case FLOAT -> buffer.putFloat(field instanceof Field.Reals reals ? reals.values().getFloat(row) : Float.NaN);
            case DOUBLE -> buffer.putDouble(field.number(row));
        }
    }

    /// Whole arrays in pieces rather than value by value.
    private static void putAll(RealView values, ByteBuffer buffer, OutputStream out) throws IOException {
        drain(buffer, out);
        int piece = BUFFER / Double.BYTES;
        for (long done = 0; done < values.size(); done += piece) {
            int n = (int) Math.min(piece, values.size() - done);
            values.slice(done, n).copyTo(buffer.asDoubleBuffer());
            buffer.position(n * Double.BYTES);
            drain(buffer, out);
        }
    }

    private static void drain(ByteBuffer buffer, OutputStream out) throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private static List<Field> values(Slab slab) {
        List<Field> all = slab.fields().stream().filter(Field::isValue).toList();
        List<Field> integers = all.stream().filter(Field.Integers.class::isInstance).toList();
        return integers.isEmpty() ? all : integers;
    }

    /// The type that holds the values of all slabs exactly; what does not exist somewhere is NaN there.
    /// Where there is nothing at all, as in a file without steps, it is what Python takes for a number.
    private static Type type(Source source) {
        Type type = Type.INT;
        boolean isKnown = false;
        for (int i = 0; i < source.count(); i++) {
            for (Field field : values(source.slab(i))) {
                Type own = switch (field) {
                    case Field.Integers integers -> integers.isLong() ? Type.LONG : Type.INT;
                    case Field.Reals reals -> reals.isFloat() ? Type.FLOAT : Type.DOUBLE;
                    default -> Type.FLOAT;
                };
                type = own.compareTo(type) > 0 ? own : type;
                isKnown |= !(field instanceof Field.Absent);
            }
        }
        return isKnown ? type : Type.DOUBLE;
    }

    private static byte[] header(Type type, List<Long> shape) {
        String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + (shape.size() == 1 ? "," : "");
        String dictionary = "{'descr': '" + type.code + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int unpadded = MAGIC.length + Short.BYTES + dictionary.length() + 1;
        int padding = (ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT;
        String text = dictionary + " ".repeat(padding) + "\n";
        return ByteBuffer.allocate(MAGIC.length + Short.BYTES + text.length()).order(ByteOrder.LITTLE_ENDIAN).put(MAGIC)
                .putShort((short) text.length()).put(text.getBytes(StandardCharsets.US_ASCII)).array();
    }
}
