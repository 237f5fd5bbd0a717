package dev.exodusii.check;

import dev.exodusii.Block;
import dev.exodusii.ExodusFile;
import dev.exodusii.check.Faults.Fault;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import dev.exodusii.view.RealView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks rows of a block of polygons, which list nodes, or of polyhedra, which list faces; one for each piece of work.
final class PolygonRows {

    private final JaggedView lists;
    private final boolean isOfFaces;
    private final boolean isPlaced;
    private final long known;
    private final long firstIndex;
    private final @Nullable NodeBits used;
    private final Numbered names;
    private final PlacedShape shape;
    private final Faults faults;
    private long[] row = new long[0];

    PolygonRows(ExodusFile file, Block block, JaggedView lists, boolean isOfFaces, List<RealView> axes,
            @Nullable NodeBits used, int most) {
        this.lists = lists;
        this.isOfFaces = isOfFaces;
        this.isPlaced = !isOfFaces && !axes.isEmpty() && block.topology().dimension() == 2;
        this.known = isOfFaces ? file.faceCount() : file.nodeCount();
        this.firstIndex = block.firstIndex();
        this.used = used;
        this.names = Numbered.entries(file, block);
        this.shape = PlacedShape.of(block.topology(), axes);
        this.faults = new Faults(most);
    }

    Faults check(long from, long to) {
        for (long entry = from; entry < to; entry++) {
            check(entry);
        }
        return faults;
    }

    private void check(long entry) {
        IntegerView numbers = lists.row(entry);
        int count = Math.toIntExact(numbers.size());
        if (row.length < count) {
            row = new long[count];
        }
        boolean areKnown = true;
        for (int i = 0; i < count; i++) {
            long number = numbers.get(i);
            row[i] = number - 1;
            if (number < 1 || number > known) {
                areKnown = false;
                int at = i + 1;
                faults.add(Fault.RANGE, () -> name(entry) + ": " + noun() + " number " + number + " at position " + at);
            } else if (!isOfFaces && used != null) {
                used.set(number - 1);
            }
        }
        Duplicates twice = Duplicates.find(count, i -> row[(int) i], 1);
        if (twice.count() > 0) {
            faults.add(Fault.COLLAPSED, () -> name(entry) + ": " + noun() + " number "
                    + (twice.pairs().getFirst().value() + 1));
        } else if (areKnown && isPlaced && count > 0) {
            shape.judge(row, count).ifPresent(fault -> faults.add(fault, () -> name(entry) + shape.remark(row, fault)));
        }
    }

    private String noun() {
        return isOfFaces ? "face" : "node";
    }

    private String name(long entry) {
        return names.name(firstIndex + entry);
    }
}
