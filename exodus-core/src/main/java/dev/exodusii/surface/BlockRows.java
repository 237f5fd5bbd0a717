package dev.exodusii.surface;

/// Which elements the triangles, lines or points of a surface belong to, and the loops that make floats of what these have
/// in their blocks: values at a time between two steps, and vectors. The loop for values of one step is that of
/// [SurfaceValues].
///
/// @param blocks   which element is in which block
/// @param elements the elements of the items
record BlockRows(BlockIndex blocks, Rows elements) {

    private static final int AXES = Positions.AXES;
    private static final BlendReader[] NOTHING = {};

    FloatFiller values(ElementValues values) {
        BlendReader[][] readers = readers(values);
        boolean areLengths = values.areLengths();
        return (from, count, to, at) -> {
            Cursor cursor = new Cursor(readers);
            for (int i = 0; i < count; i++) {
                BlendReader[] own = cursor.moveTo(elements.of(from + i));
                to[at + i] = own.length == 0 ? Float.NaN : areLengths ? (float) BlendReader.length(own, cursor.row)
                        : own[0].getFloat(cursor.row);
            }
        };
    }

    FloatFiller vectors(ElementValues values) {
        BlendReader[][] readers = readers(values);
        return (from, count, to, at) -> {
            Cursor cursor = new Cursor(readers);
            for (int i = 0; i < count; i++) {
                BlendReader[] own = cursor.moveTo(elements.of(from + i));
                for (int axis = 0; axis < AXES; axis++) {
                    to[at + AXES * i + axis] = axis < own.length ? own[axis].getFloat(cursor.row)
                            : own.length == 0 ? Float.NaN : 0;
                }
            }
        };
    }

    private BlendReader[][] readers(ElementValues values) {
        BlendReader[][] readers = new BlendReader[blocks.size()][];
        for (int block = 0; block < readers.length; block++) {
            readers[block] = values.components(block).stream().map(BlendReader::of).toArray(BlendReader[]::new);
        }
        return readers;
    }

    /// Goes from element to element; the next one is mostly of the same block. For one thread.
    private final class Cursor {

        private final BlendReader[][] readers;
        private BlendReader[] own = NOTHING;
        private long first;
        private long end;
        private int row;

        Cursor(BlendReader[][] readers) {
            this.readers = readers;
        }

        BlendReader[] moveTo(int element) {
            if (element < first || element >= end) {
                int block = blocks.of(element);
                own = readers[block];
                first = blocks.first(block);
                end = blocks.end(block);
            }
            row = (int) (element - first);
            return own;
        }
    }
}
