package dev.exodusii.topology;

import java.util.ArrayList;
import java.util.List;

/// Elements of dimension 0 and 1. Node 3 of 3 is in the middle; nodes 3 and 4 of 4 are at one and two thirds.
final class Lines {

    static final Topology SPHERE =
            new Topology(Family.SPHERE, "SPHERE", 1, NodeTable.of("1"), new Topology[0], new int[0][]);

    private static final List<Topology> BARS = List.of(bar("BAR", 2), bar("BAR", 3), bar("BAR", 4));

    static final List<Topology> ALL = all();

    private Lines() {}

    private static List<Topology> all() {
        List<Topology> all = new ArrayList<>(List.of(SPHERE));
        all.addAll(BARS);
        for (String name : List.of("TRUSS", "ROD", "EDGE", "LINE")) {
            for (int nodes = 2; nodes <= 4; nodes++) {
                all.add(bar(name, nodes));
            }
        }
        for (int nodes = 2; nodes <= 4; nodes++) {
            all.add(new Topology(Family.BEAM, "BEAM" + nodes, nodes, bothWays(nodes), twice(bar(nodes)), along(nodes)));
        }
        for (int nodes = 2; nodes <= 3; nodes++) {
            all.add(new Topology(Family.SPRING, "SPRING" + nodes, nodes, new int[0][], new Topology[0], new int[0][]));
            // Its two faces count as its edges too (§3.1).
            int[][] faces = bothWays(nodes);
            all.add(new Topology(Family.SHELL_LINE, "SHELLLINE" + nodes, nodes, faces, twice(bar(nodes)), faces));
        }
        return List.copyOf(all);
    }

    /// The line that is an edge of something else.
    static Topology bar(int nodeCount) {
        return BARS.get(nodeCount - 2);
    }

    private static Topology bar(String name, int nodes) {
        return new Topology(Family.BAR, name + nodes, nodes, NodeTable.of("1 | 2"), twice(SPHERE), along(nodes));
    }

    private static int[][] along(int nodes) {
        return switch (nodes) {
            case 2 -> NodeTable.of("1 2");
            case 3 -> NodeTable.of("1 2 3");
            default -> NodeTable.of("1 2 3 4");
        };
    }

    /// Side 2 keeps the corners first. The C library turns the whole list round: 3 2 1 and 4 3 2 1.
    private static int[][] bothWays(int nodes) {
        return switch (nodes) {
            case 2 -> NodeTable.of("1 2 | 2 1");
            case 3 -> NodeTable.of("1 2 3 | 2 1 3");
            default -> NodeTable.of("1 2 3 4 | 2 1 4 3");
        };
    }

    private static Topology[] twice(Topology side) {
        return new Topology[] {side, side};
    }
}
