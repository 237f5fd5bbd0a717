package dev.exodusii.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Our sides against what the C library (9.06) returns as nodes of side sets: `side-tables-libexodus.txt` of the
/// corpus.
///
/// Where the two differ is listed here, each with what the C library does instead. All other sides must have the same
/// nodes in the same order.
class ReferenceLibraryTest {

    private static final String REFUSES = "refuses";
    private static final String UNWRITTEN = "leaves nodes unwritten that it counts";
    private static final String OTHER_ORDER = "has another order";
    private static final String NO_NODE = "gives a node 0";

    /// Type, nodes per element, dimensions: sides.
    private static final Map<String, String> DIFFERENCES = Map.of(
            // Types that it does not know with so many nodes, or not at all: the tables are the manual's.
            REFUSES, """
            TETRA 7 3: 1 2 3 4
            QUAD 6 2: 1 2 3 4
            QUAD 6 3: 1 2 3 4
            TRI 9 3: 1 2
            TRI 13 3: 1 2
            SHELL 3 2: 1 2
            SHELL 3 3: 1 2 3 4 5
            TRUSS 4 3: 1 2
            EDGE 4 2: 1 2
            ROD 2 3: 1 2
            LINE 2 2: 1 2
            """,
            // It copies fewer nodes than it counts, or those of the quadratic type. HEX12: it counts two nodes between
            // corners on four of the sides; the manual has corners only. TRI4: the centre overwrites the third corner.
            UNWRITTEN, """
            HEX 12 3: 1 2 3 4
            HEX 16 3: 1 2 3 4 5 6
            HEX 32 3: 1 2 3 4 5 6
            HEX 64 3: 1 2 3 4 5 6
            TETRA 14 3: 1 2 3 4
            TETRA 15 3: 1 2 3 4
            TETRA 16 3: 1 2 3 4
            TETRA 40 3: 1 2 3 4
            WEDGE 24 3: 1 2 3 4 5
            WEDGE 52 3: 1 2 3 4 5
            QUAD 12 2: 1 2 3 4
            QUAD 12 3: 1 2 3 4
            QUAD 16 2: 1 2 3 4
            QUAD 16 3: 1 2 3 4
            TRI 9 2: 1 2 3
            TRI 9 3: 3 4 5
            TRI 13 2: 1 2 3
            TRI 13 3: 3 4 5
            TRI 4 3: 1 2
            """,
            // Triangles: corners 3 2 1, but mid-edge nodes 6 5 4, which are those of 1 3 2. Beams: the whole list
            // turned round, so that a mid node stands among the corners.
            OTHER_ORDER, """
            TRI 6 3: 2
            TRI 7 3: 2
            TRISHELL 6 3: 2
            BEAM 3 3: 2
            BEAM 4 3: 2
            """,
            // It reads the table of the 4-node shell.
            NO_NODE, """
            SHELL 2 2: 2
            """);

    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+npe (\\d+)\\s+ndim (\\d): (.*)");
    private static final Pattern SIDE = Pattern.compile("(\\d+):(?:\\{([^}]*)}\\S*|rc-1)");

    @Test
    void sidesDifferFromTheReferenceLibraryWhereItIsWrongAndNowhereElse() throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (String line : sideTables()) {
            Matcher row = LINE.matcher(line);
            assertTrue(row.matches(), line);
            String type = row.group(1) + " " + row.group(2) + " " + row.group(3);
            Topology topology = Topologies.resolve(
                            row.group(1), Integer.parseInt(row.group(3)), Long.parseLong(row.group(2)))
                    .topology();
            Matcher side = SIDE.matcher(row.group(4));
            int sides = 0;
            while (side.find()) {
                sides++;
                String difference = difference(topology, Integer.parseInt(side.group(1)) - 1, side.group(2));
                if (!difference.isEmpty()) {
                    found.put(type + " side " + side.group(1), difference);
                }
            }
            // Nothing but a refusal stands for the sides of a type that has none for us.
            assertEquals(topology.sideCount() == 0 ? sides : topology.sideCount(), sides, line);
        }

        assertEquals(expected(), found);
    }

    /// `theirs` is null where the library refuses.
    private static String difference(Topology topology, int sideIndex, String theirs) {
        if (sideIndex >= topology.sideCount()) {
            return theirs == null ? "" : "has a side that we have not";
        }
        if (theirs == null) {
            return REFUSES;
        }
        String ours = SidesAndEdgesTest.numbers(topology.sideNodes(sideIndex));
        if (theirs.equals(ours)) {
            return "";
        }
        Set<String> nodes = new TreeSet<>(Arrays.asList(theirs.split(" ")));
        if (nodes.contains("-")) {
            return UNWRITTEN;
        }
        if (nodes.contains("0")) {
            return NO_NODE;
        }
        return nodes.equals(new TreeSet<>(Arrays.asList(ours.split(" ")))) ? OTHER_ORDER : theirs + " for " + ours;
    }

    private static Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        DIFFERENCES.forEach((difference, rows) -> rows.lines().forEach(row -> {
            String[] parts = row.split(": ");
            for (String side : parts[1].split(" ")) {
                expected.put(parts[0] + " side " + side, difference);
            }
        }));
        return expected;
    }

    private static List<String> sideTables() throws IOException {
        Path file = Path.of(System.getProperty("exodus.corpus", ""), "side-tables-libexodus.txt");
        assumeTrue(Files.exists(file), "no corpus");
        return Files.readAllLines(file);
    }
}
