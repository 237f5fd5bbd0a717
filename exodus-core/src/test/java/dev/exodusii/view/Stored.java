package dev.exodusii.view;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Values in memory, written byte by byte, most significant first, and what a view must make of them.
///
/// All bytes around the values are rubbish, so that a wrong offset or stride shows.
record Stored(ElementType type, MemorySegment memory, long base, long stride, long[] bits) {

    private static final byte RUBBISH = (byte) 0xA5;
    private static final List<ElementType> INTEGERS = Arrays.stream(ElementType.values())
            .filter(ElementType::isInteger).toList();

    /// Writes values into fresh native memory.
    static Stored of(ElementType type, long base, long gap, long... bits) {
        return of(type, Arena.ofAuto(), base, gap, bits);
    }

    static Stored of(ElementType type, Arena arena, long base, long gap, long... bits) {
        return write(type, arena.allocate(room(type, base, gap, bits.length)), base, gap, bits);
    }

    /// Writes values into an array of bytes.
    static Stored onHeap(ElementType type, long base, long gap, long... bits) {
        MemorySegment memory = MemorySegment.ofArray(new byte[(int) room(type, base, gap, bits.length)]);
        return write(type, memory, base, gap, bits);
    }

    private static long room(ElementType type, long base, long gap, int count) {
        // Not a byte more than needed: reading too far must fail.
        return base + (count == 0 ? 0 : (count - 1) * (type.byteSize() + gap) + type.byteSize());
    }

    private static Stored write(ElementType type, MemorySegment memory, long base, long gap, long[] bits) {
        memory.fill(RUBBISH);
        long stride = type.byteSize() + gap;
        for (int i = 0; i < bits.length; i++) {
            for (int b = 0; b < type.byteSize(); b++) {
                byte piece = (byte) (bits[i] >>> Byte.SIZE * (type.byteSize() - 1 - b));
                memory.set(ValueLayout.JAVA_BYTE, base + i * stride + b, piece);
            }
        }
        return new Stored(type, memory, base, stride, bits);
    }

    static Stored ofDoubles(double... values) {
        return of(ElementType.DOUBLE, 4, 0, Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray());
    }

    static Stored ofFloats(float... values) {
        long[] bits = IntStream.range(0, values.length).mapToLong(i -> Float.floatToRawIntBits(values[i])).toArray();
        return of(ElementType.FLOAT, 4, 0, bits);
    }

    static Stored ofInts(int... values) {
        return of(ElementType.INT, 4, 0, Arrays.stream(values).asLongStream().toArray());
    }

    static Stored ofLongs(long... values) {
        return of(ElementType.INT64, 4, 0, values);
    }

    /// Every type of number, dense and with gaps, aligned and not, of lengths around the unrolling of loops.
    static Stream<Stored> numbers() {
        List<ElementType> types = new ArrayList<>(INTEGERS);
        types.add(ElementType.FLOAT);
        types.add(ElementType.DOUBLE);
        return types.stream().flatMap(Stored::places);
    }

    static Stream<Stored> integers() {
        return INTEGERS.stream().flatMap(Stored::places);
    }

    private static Stream<Stored> places(ElementType type) {
        Random random = new Random(type.ordinal());
        List<Stored> places = new ArrayList<>();
        for (int size : new int[] {0, 1, 3, 4, 5}) {
            places.add(of(type, 0, 0, random(type, random, size)));
            places.add(of(type, 1, 0, random(type, random, size)));
            places.add(of(type, 4, 16, random(type, random, size)));
            places.add(of(type, 3, 3, random(type, random, size)));
        }
        places.add(of(type, 4, 0, random(type, random, 1_000)));
        places.add(of(type, 1, 3, random(type, random, 1_000)));
        return places.stream();
    }

    /// Values over the type's whole range, its extremes among them; finite ones for real types.
    static long[] random(ElementType type, Random random, int size) {
        return random.longs(size).map(bits -> switch (type) {
            case DOUBLE -> Double.doubleToRawLongBits(random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20)));
            case FLOAT -> Float.floatToRawIntBits((float) (random.nextGaussian() * Math.pow(10, random.nextInt(-9, 9))));
            default -> switch (random.nextInt(8)) {
                case 0 -> 0;
                case 1 -> -1;
                case 2 -> 1L << 8 * type.byteSize() - 1;
                case 3 -> (1L << 8 * type.byteSize() - 1) - 1;
                case 4 -> random.nextInt(100);
                default -> bits;
            };
        }).toArray();
    }

    int size() {
        return bits.length;
    }

    ArrayView array() {
        return ArrayView.of(memory, type, base, new long[] {bits.length}, new long[] {stride});
    }

    RealView reals() {
        return array().reals();
    }

    IntegerView integerView() {
        return array().integers();
    }

    long integer(int index) {
        long value = bits[index];
        return switch (type) {
            case BYTE -> (byte) value;
            case SHORT -> (short) value;
            case INT -> (int) value;
            case UBYTE, CHAR -> value & 0xFF;
            case USHORT -> value & 0xFFFF;
            case UINT -> value & 0xFFFF_FFFFL;
            case INT64, UINT64 -> value;
            case FLOAT, DOUBLE -> throw new AssertionError(type);
        };
    }

    double real(int index) {
        return switch (type) {
            case DOUBLE -> Double.longBitsToDouble(bits[index]);
            case FLOAT -> Float.intBitsToFloat((int) bits[index]);
            case UINT64 -> unsigned(index).doubleValue();
            default -> integer(index);
        };
    }

    float realFloat(int index) {
        return switch (type) {
            case DOUBLE -> (float) Double.longBitsToDouble(bits[index]);
            case FLOAT -> Float.intBitsToFloat((int) bits[index]);
            case UINT64 -> unsigned(index).floatValue();
            default -> integer(index);
        };
    }

    private BigInteger unsigned(int index) {
        return new BigInteger(Long.toUnsignedString(bits[index]));
    }

    long[] longs() {
        return IntStream.range(0, size()).mapToLong(this::integer).toArray();
    }

    double[] doubles() {
        return IntStream.range(0, size()).mapToDouble(this::real).toArray();
    }

    float[] floats() {
        float[] floats = new float[size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = realFloat(i);
        }
        return floats;
    }

    @Override
    public String toString() {
        return type.label() + "[" + size() + "] at byte " + base + ", every " + stride;
    }
}
