package dev.exodusii.geometry;

import dev.exodusii.ElementBlock;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.topology.Family;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.JaggedView;
import java.util.Arrays;
import java.util.Optional;

/// The elements of one block, as what can be placed in space.
abstract sealed class Cells {

    private final ElementBlock block;

    private final ElementType stored;

    private Cells(ElementBlock block, ElementType stored) {
        this.block = block;
        this.stored = stored;
    }

    /// @return the elements; nothing when they have no shape or the file lacks their nodes
    static Optional<Cells> of(ElementBlock block, ExodusFile file) {
        try {
            Family family = block.topology().family();
            if (family == Family.NSIDED) {
                return Optional.of(new Polygons(block, block.polygons()));
            }
            if (family == Family.NFACED) {
                return Optional.of(new Polyhedra(block, block.polyhedra(), FaceCorners.of(file)));
            }
            Optional<ShapeFunctions> shape = ShapeFunctions.of(block.topology());
            boolean fits = shape.isPresent() ? shape.get().dimension() <= file.dimension() : family == Family.SPHERE;
            return fits && file.dimension() > 0 ? Optional.of(new Regular(block, block.connectivity(), shape))
                    : Optional.empty();
        } catch (DamagedDataException lacking) {
            return Optional.empty();
        }
    }

    final ElementBlock block() {
        return block;
    }

    final long size() {
        return block.size();
    }

    final int bytesPerNode() {
        return stored.byteSize();
    }

    /// By how much of the box around its nodes an element may be outside of that box.
    double margin() {
        return 0;
    }

    /// Returns some elements one after another. For use by one thread.
    abstract Cursor cursor(long first, long count);

    /// One element after another.
    interface Cursor {

        /// Goes to the next element.
        ///
        /// @return the indexes of its nodes, valid until the next call; more than [#nodeCount] where the array is reused
        long[] next();

        /// How many nodes the element has.
        int nodeCount();

        /// How many of them say where it is: the first ones; 0 where its list makes no sense.
        int placedCount();

        /// How many of these are corners: points of the element whatever its form.
        int cornerCount();

        /// Returns the element.
        ///
        /// @param nodes for each axis the coordinates of the nodes that say where it is
        Cell cell(double[][] nodes);
    }

    /// Elements with a fixed number of nodes.
    private static final class Regular extends Cells {

        private static final int CHUNK = 1024;

        private final IntegerMatrix nodes;
        private final Optional<ShapeFunctions> shape;

        Regular(ElementBlock block, IntegerMatrix nodes, Optional<ShapeFunctions> shape) {
            super(block, nodes.type());
            this.nodes = nodes;
            this.shape = shape;
        }

        @Override
        double margin() {
            return shape.isPresent() && !shape.get().isLinear() ? 0.5 : 0;
        }

        @Override
        Cursor cursor(long first, long count) {
            int width = Math.toIntExact(nodes.columns());
            int placed = shape.map(ShapeFunctions::nodeCount).orElse(1);
            long[] chunk = new long[Math.toIntExact(Math.min(CHUNK, count)) * width];
            long[] element = new long[width];
            return new Cursor() {

                private long done;

                @Override
                public long[] next() {
                    int inChunk = (int) (done % CHUNK);
                    if (inChunk == 0) {
                        nodes.sliceRows(first + done, Math.min(CHUNK, count - done)).copyIndexesTo(chunk);
                    }
                    System.arraycopy(chunk, inChunk * width, element, 0, width);
                    done++;
                    return element;
                }

                @Override
                public int nodeCount() {
                    return width;
                }

                @Override
                public int placedCount() {
                    return placed;
                }

                @Override
                public int cornerCount() {
                    return block().topology().cornerCount();
                }

                @Override
                public Cell cell(double[][] positions) {
                    return shape.isPresent() ? new Cell.Isoparametric(shape.get(), positions)
                            : new Cell.Particle(positions);
                }
            };
        }
    }

    /// Elements whose list has a length of its own.
    private abstract static class Listed implements Cursor {

        private final JaggedView rows;
        private long row;

        Listed(JaggedView rows, long first) {
            this.rows = rows;
            this.row = first;
        }

        final long[] nextRow() {
            return rows.row(row++).toIndexes();
        }

        @Override
        public int placedCount() {
            return nodeCount();
        }

        @Override
        public int cornerCount() {
            return nodeCount();
        }

        static double[][] spatial(double[][] positions) {
            double[][] spatial = Arrays.copyOf(positions, 3);
            for (int axis = positions.length; axis < 3; axis++) {
                spatial[axis] = new double[positions[0].length];
            }
            return spatial;
        }
    }

    private static final class Polygons extends Cells {

        private final JaggedView rows;

        Polygons(ElementBlock block, JaggedView rows) {
            super(block, rows.values().type());
            this.rows = rows;
        }

        @Override
        Cursor cursor(long first, long count) {
            return new Listed(rows, first) {

                private int nodeCount;

                @Override
                public long[] next() {
                    long[] nodes = nextRow();
                    nodeCount = nodes.length;
                    return nodes;
                }

                @Override
                public int nodeCount() {
                    return nodeCount;
                }

                @Override
                public Cell cell(double[][] positions) {
                    return new Polygon(spatial(positions));
                }
            };
        }
    }

    private static final class Polyhedra extends Cells {

        private final JaggedView rows;
        private final FaceCorners faces;

        Polyhedra(ElementBlock block, JaggedView rows, FaceCorners faces) {
            super(block, rows.values().type());
            this.rows = rows;
            this.faces = faces;
        }

        @Override
        Cursor cursor(long first, long count) {
            return new Listed(rows, first) {

                private long[] nodes = new long[0];
                private int[][] local = new int[0][];

                @Override
                public long[] next() {
                    long[] numbers = nextRow();
                    long[][] lists = Arrays.stream(numbers).mapToObj(faces::nodeIndexes).toArray(long[][]::new);
                    boolean isWhole = Arrays.stream(lists).allMatch(list -> list.length >= 3);
                    nodes = isWhole ? Arrays.stream(lists).flatMapToLong(Arrays::stream).sorted().distinct().toArray()
                            : new long[0];
                    local = isWhole ? Arrays.stream(lists).map(list -> Arrays.stream(list)
                            .mapToInt(node -> Arrays.binarySearch(nodes, node)).toArray()).toArray(int[][]::new)
                            : new int[0][];
                    return nodes;
                }

                @Override
                public int nodeCount() {
                    return nodes.length;
                }

                @Override
                public Cell cell(double[][] positions) {
                    return new Polyhedron(spatial(positions), local);
                }
            };
        }
    }
}
