package dev.exodusii.topology;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where an element's nodes are, as `exodus-format` §3.2 and no table under test says: a node's place is the mean of
/// the corners given for it, so `5=1 2` is in the middle of an edge and `5=1 1 2` at one third of it.
final class Places {

    private static final String TRI6 = "4=1 2|5=2 3|6=3 1";
    private static final String QUAD8 = "5=1 2|6=2 3|7=3 4|8=4 1";
    private static final String TRI9 = "4=1 1 2|5=1 2 2|6=2 2 3|7=2 3 3|8=3 3 1|9=3 1 1";
    private static final String QUAD12 =
            "5=1 1 2|6=1 2 2|7=2 2 3|8=2 3 3|9=3 3 4|10=3 4 4|11=4 4 1|12=4 1 1";
    private static final String TET10 = "5=1 2|6=2 3|7=3 1|8=1 4|9=2 4|10=3 4";
    private static final String TET14 = TET10 + "|14=1 2 4|12=2 3 4|13=1 3 4|11=1 2 3";
    private static final String PYRAMID13 = "6=1 2|7=2 3|8=3 4|9=4 1|10=1 5|11=2 5|12=3 5|13=4 5";
    private static final String PYRAMID18 = PYRAMID13 + "|14=1 2 3 4|15=1 2 5|16=2 3 5|17=3 4 5|18=4 1 5";
    private static final String WEDGE15 = "7=1 2|8=2 3|9=3 1|10=1 4|11=2 5|12=3 6|13=4 5|14=5 6|15=6 4";
    private static final String HEX20 = "9=1 2|10=2 3|11=3 4|12=4 1|13=1 5|14=2 6|15=3 7|16=4 8|17=5 6|18=6 7|19=7 8|20=8 5";

    private static final Map<String, String> BEYOND_CORNERS = Map.ofEntries(
            Map.entry("BAR3", "3=1 2"),
            Map.entry("BAR4", "3=1 1 2|4=1 2 2"),
            Map.entry("TRI4", "4=1 2 3"),
            Map.entry("TRI4A", "4=1 2"),
            Map.entry("TRI6", TRI6),
            Map.entry("TRI7", TRI6 + "|7=1 2 3"),
            Map.entry("TRI9", TRI9),
            Map.entry("TRI13", TRI9),
            Map.entry("QUAD5", "5=1 2 3 4"),
            Map.entry("QUAD6", "5=1 2|6=3 4"),
            Map.entry("QUAD8", QUAD8),
            Map.entry("QUAD9", QUAD8 + "|9=1 2 3 4"),
            Map.entry("QUAD12", QUAD12),
            Map.entry("QUAD16", QUAD12),
            Map.entry("TET5", "5=1 2 3 4"),
            Map.entry("TET8", "5=1 2 4|6=2 3 4|8=1 3 4|7=1 2 3"),
            Map.entry("TET10", TET10),
            Map.entry("TET11", TET10 + "|11=1 2 3 4"),
            Map.entry("TET14", TET14),
            Map.entry("TET15", TET14 + "|15=1 2 3 4"),
            Map.entry("PYRAMID13", PYRAMID13),
            Map.entry("PYRAMID14", PYRAMID13 + "|14=1 2 3 4"),
            Map.entry("PYRAMID18", PYRAMID18),
            Map.entry("PYRAMID19", PYRAMID18 + "|19=1 2 3 4 5"),
            Map.entry("WEDGE12", "7=1 2|8=2 3|9=3 1|10=4 5|11=5 6|12=6 4"),
            Map.entry("WEDGE15", WEDGE15),
            Map.entry("WEDGE16", WEDGE15 + "|16=1 2 3 4 5 6"),
            Map.entry("WEDGE18", WEDGE15 + "|16=1 2 5 4|17=2 3 6 5|18=1 4 6 3"),
            Map.entry("WEDGE20", WEDGE15 + "|16=1 2 3|17=4 5 6|20=1 2 5 4|18=2 3 6 5|19=1 4 6 3"),
            Map.entry("WEDGE21", WEDGE15 + "|16=1 2 3 4 5 6|17=1 2 3|18=4 5 6|21=1 2 5 4|19=2 3 6 5|20=1 4 6 3"),
            Map.entry("HEX9", "9=1 2 3 4 5 6 7 8"),
            Map.entry("HEX16", "9=1 2|10=2 3|11=3 4|12=4 1|13=5 6|14=6 7|15=7 8|16=8 5"),
            Map.entry("HEX20", HEX20),
            Map.entry(
                    "HEX27",
                    HEX20 + "|21=1 2 3 4 5 6 7 8|22=1 2 3 4|23=5 6 7 8|24=1 4 5 8|25=2 3 6 7|26=1 2 5 6|27=3 4 7 8"));

    private Places() {}

    /// The place of each node that is known, by node index, in terms of the element's corners.
    static Map<Integer, double[]> of(Topology topology) {
        String name = topology.name();
        for (String word : new String[] {"BEAM", "TRUSS", "ROD", "EDGE", "LINE", "SPRING"}) {
            name = name.replaceFirst("^" + word + "(?=\\d)", "BAR");
        }
        name = name.replace("TRISHELL", "TRI").replace("SHELLLINE", "BAR").replaceFirst("^SHELL", "QUAD");
        int corners = topology.cornerCount();
        Map<Integer, double[]> places = new HashMap<>();
        for (int i = 0; i < corners; i++) {
            places.put(i, mean(corners, i));
        }
        Optional.ofNullable(BEYOND_CORNERS.get(name)).ifPresent(text -> {
            for (String entry : text.split("\\|")) {
                String[] sides = entry.split("=");
                places.put(Integer.parseInt(sides[0]) - 1, mean(corners, Arrays.stream(sides[1].split(" "))
                        .mapToInt(number -> Integer.parseInt(number) - 1)
                        .toArray()));
            }
        });
        return places;
    }

    /// A place as one weight for each corner.
    private static double[] mean(int corners, int... of) {
        double[] weights = new double[corners];
        for (int corner : of) {
            weights[corner] += 1.0 / of.length;
        }
        return weights;
    }

    /// The place that a place within a side has in the element, the side's corners being these nodes.
    static double[] within(double[] place, int[] sideCorners, int elementCorners) {
        double[] weights = new double[elementCorners];
        for (int i = 0; i < place.length; i++) {
            weights[sideCorners[i]] += place[i];
        }
        return weights;
    }
}
