package dev.exodusii.view;

import java.lang.foreign.MemorySegment;

/// The loops behind [RealView]'s bulk operations, one for each pair of stored and wanted type.
///
/// They repeat each other on purpose: a loop that knows both types is compiled to straight vector code, a shared one
/// with a lambda or a branch for each element is several times slower. So do loops over every second and every third value,
/// such as those of interleaved components: only for a distance that the compiler knows does it check the bounds once
/// instead of for each value. Arrays have loops of their own because a loop
/// that sees heap and mapped segments alike loses its type profile.
final class RealLoops {

    /// Loops that write memory count in ints, which become vector code, and so go piece by piece.
    static final int CHUNK = 1 << 16;

    /// Values that go by way of an array at a time: more at a time leave the nearest cache, fewer cost more calls.
    private static final int BLOCK = 1 << 10;

    private RealLoops() {}

    static void doubles(MemorySegment from, long base, long stride, int count, double[] to, int offset, int step) {
        if (stride == Double.BYTES && step == 1) {
            swapDoubles(from, base, count, MemorySegment.ofArray(to), (long) offset * Double.BYTES);
        } else if (stride == 2 * Double.BYTES && step == 1) {
            for (int i = 0; i < count; i++) {
                to[offset + i] = from.get(Layouts.DOUBLE, base + (long) i * (2 * Double.BYTES));
            }
        } else if (stride == 3 * Double.BYTES && step == 1) {
            for (int i = 0; i < count; i++) {
                to[offset + i] = from.get(Layouts.DOUBLE, base + (long) i * (3 * Double.BYTES));
            }
        } else {
            for (int i = 0; i < count; i++) {
                to[offset + i * step] = from.get(Layouts.DOUBLE, base + i * stride);
            }
        }
    }

    static void floats(MemorySegment from, long base, long stride, int count, double[] to, int offset, int step) {
        if (stride == Float.BYTES && step == 1 && Simd.isOn()) {
            for (int i = SimdCopy.floats(from, base, count, to, offset); i < count; i++) {
                to[offset + i] = from.get(Layouts.FLOAT, base + (long) i * Float.BYTES);
            }
        } else if (stride == Float.BYTES && step == 1 && count >= Reduction.BLOCK) {
            inBlocks(from, base, count, to, offset);
        } else if (stride == 2 * Float.BYTES && step == 1) {
            for (int i = 0; i < count; i++) {
                to[offset + i] = from.get(Layouts.FLOAT, base + (long) i * (2 * Float.BYTES));
            }
        } else if (stride == 3 * Float.BYTES && step == 1) {
            for (int i = 0; i < count; i++) {
                to[offset + i] = from.get(Layouts.FLOAT, base + (long) i * (3 * Float.BYTES));
            }
        } else {
            for (int i = 0; i < count; i++) {
                to[offset + i * step] = from.get(Layouts.FLOAT, base + i * stride);
            }
        }
    }

    private static void inBlocks(MemorySegment from, long base, int count, double[] to, int offset) {
        Singles singles = new Singles(Math.min(BLOCK, count));
        for (int done = 0; done < count; done += BLOCK) {
            int n = Math.min(BLOCK, count - done);
            widen(singles.read(from, base + (long) done * Float.BYTES, n), n, to, offset + done);
        }
    }

    static void doubles(MemorySegment from, long base, long stride, int count, float[] to, int offset, int step) {
        if (stride == Double.BYTES && step == 1) {
            int done = Simd.isOn() ? SimdCopy.doubles(from, base, count, to, offset) : 0;
            for (int i = done; i < count; i++) {
                to[offset + i] = (float) from.get(Layouts.DOUBLE, base + (long) i * Double.BYTES);
            }
        } else {
            for (int i = 0; i < count; i++) {
                to[offset + i * step] = (float) from.get(Layouts.DOUBLE, base + i * stride);
            }
        }
    }

    static void floats(MemorySegment from, long base, long stride, int count, float[] to, int offset, int step) {
        if (stride == Float.BYTES && step == 1) {
            swapFloats(from, base, count, MemorySegment.ofArray(to), (long) offset * Float.BYTES);
        } else {
            for (int i = 0; i < count; i++) {
                to[offset + i * step] = from.get(Layouts.FLOAT, base + i * stride);
            }
        }
    }

    // Indexes are checked once, by a segment of these values alone.

    static void gatherDoubles(MemorySegment values, int[] indexes, double[] to) {
        for (int i = 0; i < indexes.length; i++) {
            to[i] = values.get(Layouts.DOUBLE, (long) indexes[i] * Double.BYTES);
        }
    }

    static void gatherDoubles(MemorySegment values, int[] indexes, float[] to) {
        for (int i = 0; i < indexes.length; i++) {
            to[i] = (float) values.get(Layouts.DOUBLE, (long) indexes[i] * Double.BYTES);
        }
    }

    static void gatherFloats(MemorySegment values, int[] indexes, double[] to) {
        for (int i = 0; i < indexes.length; i++) {
            to[i] = values.get(Layouts.FLOAT, (long) indexes[i] * Float.BYTES);
        }
    }

    static void gatherFloats(MemorySegment values, int[] indexes, float[] to) {
        for (int i = 0; i < indexes.length; i++) {
            to[i] = values.get(Layouts.FLOAT, (long) indexes[i] * Float.BYTES);
        }
    }

    /// Copies floats as ints, which the compiler swaps in vector code; floats it swaps one by one. The memory is that of an
    /// array of floats, always: loops that meet other kinds are slower.
    static void swapFloats(MemorySegment from, long base, int count, MemorySegment floats, long offset) {
        for (int i = 0; i < count; i++) {
            floats.set(Layouts.NATIVE_INT, offset + (long) i * Float.BYTES,
                    from.get(Layouts.INT, base + (long) i * Float.BYTES));
        }
    }

    /// The same for doubles, in memory of an array of doubles, always.
    static void swapDoubles(MemorySegment from, long base, int count, MemorySegment doubles, long offset) {
        for (int i = 0; i < count; i++) {
            doubles.set(Layouts.NATIVE_LONG, offset + (long) i * Double.BYTES,
                    from.get(Layouts.LONG, base + (long) i * Double.BYTES));
        }
    }

    static void widen(float[] from, int count, double[] to, int offset) {
        for (int i = 0; i < count; i++) {
            to[offset + i] = from[i];
        }
    }

    // To memory of the same type in blocks, by way of an array, which gets vector code: memory may lie over the values, for
    // all that the compiler knows, and then it takes them one by one. Other types gained nothing by it.

    static void doublesToDoubles(MemorySegment from, long base, long stride, long count, MemorySegment to, long offset,
            long step) {
        if (stride != Double.BYTES || step != Double.BYTES) {
            for (long i = 0; i < count; i++) {
                to.set(Layouts.NATIVE_DOUBLE, offset + i * step, from.get(Layouts.DOUBLE, base + i * stride));
            }
            return;
        }
        Doubles block = new Doubles((int) Math.min(BLOCK, count));
        for (long done = 0; done < count; done += BLOCK) {
            int n = (int) Math.min(BLOCK, count - done);
            block.decodeDoubles(from, base + done * stride, stride, n);
            MemorySegment.copy(block.values(), 0, to, Layouts.NATIVE_DOUBLE, offset + done * step, n);
        }
    }

    static void floatsToDoubles(MemorySegment from, long base, long stride, long count, MemorySegment to, long offset,
            long step) {
        for (long done = 0; done < count; done += CHUNK) {
            int n = (int) Math.min(CHUNK, count - done);
            long source = base + done * stride;
            long target = offset + done * step;
            if (stride == Float.BYTES && step == Double.BYTES) {
                for (int i = 0; i < n; i++) {
                    to.set(Layouts.NATIVE_DOUBLE, target + (long) i * Double.BYTES,
                            from.get(Layouts.FLOAT, source + (long) i * Float.BYTES));
                }
            } else {
                for (int i = 0; i < n; i++) {
                    to.set(Layouts.NATIVE_DOUBLE, target + i * step, from.get(Layouts.FLOAT, source + i * stride));
                }
            }
        }
    }

    static void doublesToFloats(MemorySegment from, long base, long stride, long count, MemorySegment to, long offset,
            long step) {
        for (long done = 0; done < count; done += CHUNK) {
            int n = (int) Math.min(CHUNK, count - done);
            long source = base + done * stride;
            long target = offset + done * step;
            if (stride == Double.BYTES && step == Float.BYTES) {
                for (int i = 0; i < n; i++) {
                    to.set(Layouts.NATIVE_FLOAT, target + (long) i * Float.BYTES,
                            (float) from.get(Layouts.DOUBLE, source + (long) i * Double.BYTES));
                }
            } else {
                for (int i = 0; i < n; i++) {
                    to.set(Layouts.NATIVE_FLOAT, target + i * step, (float) from.get(Layouts.DOUBLE, source + i * stride));
                }
            }
        }
    }

    static void floatsToFloats(MemorySegment from, long base, long stride, long count, MemorySegment to, long offset,
            long step) {
        if (stride != Float.BYTES || step != Float.BYTES) {
            for (long i = 0; i < count; i++) {
                to.set(Layouts.NATIVE_FLOAT, offset + i * step, from.get(Layouts.FLOAT, base + i * stride));
            }
            return;
        }
        Singles block = new Singles((int) Math.min(BLOCK, count));
        for (long done = 0; done < count; done += BLOCK) {
            int n = (int) Math.min(BLOCK, count - done);
            float[] values = block.read(from, base + done * stride, n);
            MemorySegment.copy(values, 0, to, Layouts.NATIVE_FLOAT, offset + done * step, n);
        }
    }
}
