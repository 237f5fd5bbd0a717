package dev.exodusii.grid;

import dev.exodusii.EntityKind;
import dev.exodusii.write.BlockPlaces;
import dev.exodusii.write.ExodusWriter;
import dev.exodusii.write.IntegerRun;
import dev.exodusii.write.RealPlace;
import dev.exodusii.write.RealRun;
import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;

/// Computes a model and writes it.
final class GridPass {

    private static final int AXES = 3;
    private static final int FACES = 6;

    private final GridModel model;
    private final Lattice lattice;
    private final GridShape shape;
    private final ExodusWriter writer;
    private final LongConsumer progress;
    private final int realBytes;
    private final int integerBytes;

    GridPass(GridModel model, ExodusWriter writer, LongConsumer progress) {
        this.model = model;
        this.lattice = model.lattice();
        this.shape = lattice.shape();
        this.writer = writer;
        this.progress = progress;
        this.realBytes = writer.definition().realType().byteSize();
        this.integerBytes = writer.definition().int64Status().bulk() ? Long.BYTES : Integer.BYTES;
    }

    void mesh() throws IOException {
        for (int axis = 0; axis < shape.dimension(); axis++) {
            int along = axis;
            try (RealRun run = writer.coordinates().axis(axis).run(values -> progress.accept(values * realBytes))) {
                lattice.<IOException>forEach(-1, 0, (index, x, y, z) -> run.add(model.coordinate(along,
                        along == 0 ? x : along == 1 ? y : z)));
            }
        }
        if (shape == GridShape.POLYHEDRA) {
            faces();
        }
        for (int block = 0; block < model.blocks(); block++) {
            block(writer.elementBlock(block + 1), model.cellsBefore(block), model.cellsBefore(block + 1));
        }
        for (int side = 0; model.hasSets() && side < 2 * shape.dimension(); side++) {
            try (IntegerRun run = writer.nodeSet(side + 1).entries().run(values -> progress.accept(values * integerBytes))) {
                lattice.<IOException>forEach(side / 2, model.place(side), (index, x, y, z) -> run.add(index + 1));
            }
            sides(side);
        }
    }

    private void faces() throws IOException {
        PolyhedralFaces faces = new PolyhedralFaces(lattice);
        BlockPlaces places = writer.block(EntityKind.FACE_BLOCK, 1);
        places.rowLengths().fill(4);
        try (IntegerRun run = places.rowValues().run(values -> progress.accept(values * integerBytes))) {
            faces.<IOException>forEach(nodes -> {
                for (long node : nodes) {
                    run.add(node + 1);
                }
            });
        }
    }

    private void block(BlockPlaces places, long from, long to) throws IOException {
        boolean isPolyhedral = shape == GridShape.POLYHEDRA;
        if (isPolyhedral) {
            places.rowLengths().fill(FACES);
        }
        PolyhedralFaces faces = new PolyhedralFaces(lattice);
        try (IntegerRun run = (isPolyhedral ? places.rowValues() : places.connectivity())
                .run(values -> progress.accept(values * integerBytes))) {
            for (long cell = from; cell < to; cell++) {
                long x = cell % lattice.cells()[0];
                long y = cell / lattice.cells()[0] % Math.max(1, lattice.cells()[1]);
                long z = cell / lattice.cells()[0] / Math.max(1, lattice.cells()[1]);
                if (isPolyhedral) {
                    for (int side = 0; side < FACES; side++) {
                        int axis = side / 2;
                        long next = side % 2;
                        run.add(1 + faces.index(axis, x + (axis == 0 ? next : 0), y + (axis == 1 ? next : 0),
                                z + (axis == 2 ? next : 0)));
                    }
                    continue;
                }
                for (int[][] element : shape.elements()) {
                    for (int[] node : element) {
                        run.add(1 + lattice.index(2 * x + node[0], 2 * y + node[1], 2 * z + node[2]));
                    }
                }
            }
        }
    }

    private void sides(int side) throws IOException {
        int axis = side / 2;
        List<int[]> onCell = shape.sidesOn(axis, side % 2 == 0 ? 0 : 2);
        try (IntegerRun elements = writer.sideSet(side + 1).entries().run(values -> progress.accept(values * integerBytes));
                IntegerRun sides = writer.sideSet(side + 1).sides().run(values -> progress.accept(values * integerBytes))) {
            long layer = side % 2 == 0 ? 0 : lattice.cells()[axis] - 1;
            for (long z = axis == 2 ? layer : 0; z <= (axis == 2 ? layer : Math.max(1, lattice.cells()[2]) - 1); z++) {
                for (long y = axis == 1 ? layer : 0; y <= (axis == 1 ? layer : Math.max(1, lattice.cells()[1]) - 1);
                        y++) {
                    for (long x = axis == 0 ? layer : 0; x <= (axis == 0 ? layer : lattice.cells()[0] - 1); x++) {
                        long cell = x + lattice.cells()[0] * (y + Math.max(1, lattice.cells()[1]) * z);
                        for (int[] one : onCell) {
                            elements.add(cell * shape.elementsPerCell() + one[0] + 1);
                            sides.add(one[1] + 1L);
                        }
                    }
                }
            }
        }
    }

    void step(long step, double time) throws IOException {
        for (GridModel.Variable variable : model.variables()) {
            GridFunction function = variable.function();
            switch (variable.kind()) {
                case GLOBAL -> writer.global(variable.name()).step(step).put(function.at(0, 0, 0, 0, time));
                case NODAL -> {
                    try (RealRun run = writer.nodal(variable.name()).step(step).run(values -> progress.accept(values * realBytes))) {
                        lattice.<IOException>forEach(-1, 0, (index, x, y, z) -> run.add(function.at(index,
                                model.coordinate(0, x), model.coordinate(1, y), model.coordinate(2, z), time)));
                    }
                }
                default -> {
                    for (int block = 0; block < model.blocks(); block++) {
                        elements(writer.elementBlock(block + 1).variable(variable.name()).step(step), function,
                                model.cellsBefore(block), model.cellsBefore(block + 1), time);
                    }
                }
            }
        }
    }

    private void elements(RealPlace to, GridFunction function, long from, long until, double time) throws IOException {
        double[][] middles = middles();
        try (RealRun run = to.run(values -> progress.accept(values * realBytes))) {
            for (long cell = from; cell < until; cell++) {
                long x = cell % lattice.cells()[0];
                long y = cell / lattice.cells()[0] % Math.max(1, lattice.cells()[1]);
                long z = cell / lattice.cells()[0] / Math.max(1, lattice.cells()[1]);
                for (int element = 0; element < middles.length; element++) {
                    run.add(function.at(cell * middles.length + element, model.coordinate(0, 2 * x + middles[element][0]),
                            model.coordinate(1, 2 * y + middles[element][1]),
                            model.coordinate(2, 2 * z + middles[element][2]), time));
                }
            }
        }
    }

    /// The mean of the nodes of each element of a cell, in halves of cells.
    private double[][] middles() {
        double[][] middles = new double[shape.elementsPerCell()][AXES];
        for (int element = 0; element < middles.length; element++) {
            int[][] nodes = shape.elements()[element];
            for (int axis = 0; axis < AXES; axis++) {
                double sum = 0;
                for (int[] node : nodes) {
                    sum += node[axis];
                }
                middles[element][axis] = sum / nodes.length;
            }
        }
        return middles;
    }
}
