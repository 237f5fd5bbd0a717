package dev.exodusii.geometry;

import dev.exodusii.parallel.Workers;
import dev.exodusii.view.RealView;
import java.util.Arrays;
import java.util.List;

/// Looks for the node that is nearest to a point.
///
/// @param axes    the coordinates
/// @param point   the point
/// @param workers who is told of progress
record NodeScan(List<RealView> axes, Point point, Workers workers) {

    private static final int CHUNK = 8192;

    /// What was found in some of the nodes.
    ///
    /// @param index   the nearest node, -1 if there is none
    /// @param squared the square of its distance
    /// @param skipped how many have no finite coordinates
    record Found(long index, double squared, long skipped) {

        static final Found NONE = new Found(-1, Double.POSITIVE_INFINITY, 0);

        /// Adds what was found in nodes with higher indexes.
        Found and(Found later) {
            Found nearer = later.squared < squared ? later : this;
            return new Found(nearer.index, nearer.squared, skipped + later.skipped);
        }
    }

    Found scan(long first, long count) {
        double[] coordinates = new double[CHUNK];
        double[] squared = new double[CHUNK];
        Found found = Found.NONE;
        for (long done = 0; done < count; done += CHUNK) {
            int now = (int) Math.min(CHUNK, count - done);
            Arrays.fill(squared, 0);
            for (int axis = 0; axis < axes.size(); axis++) {
                RealView part = axes.get(axis).slice(first + done, now);
                part.copyTo(coordinates);
                double origin = point.get(axis);
                for (int i = 0; i < now; i++) {
                    double offset = coordinates[i] - origin;
                    squared[i] += offset * offset;
                }
                workers.advance((long) now * part.type().byteSize());
            }
            found = found.and(nearest(squared, now, first + done));
        }
        return found;
    }

    private static Found nearest(double[] squared, int count, long first) {
        long index = -1;
        double best = Double.POSITIVE_INFINITY;
        long skipped = 0;
        for (int i = 0; i < count; i++) {
            if (squared[i] < best) {
                best = squared[i];
                index = first + i;
            } else if (!Double.isFinite(squared[i])) {
                skipped++;
            }
        }
        return new Found(index, best, skipped);
    }

    NearestNode node(long index) {
        double[] position = axes.stream().mapToDouble(axis -> axis.get(index)).toArray();
        double squared = 0;
        for (int axis = 0; axis < position.length; axis++) {
            double offset = position[axis] - point.get(axis);
            squared += offset * offset;
        }
        return new NearestNode(index, Point.of(position), Math.sqrt(squared));
    }
}
