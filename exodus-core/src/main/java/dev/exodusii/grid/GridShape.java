package dev.exodusii.grid;

import dev.exodusii.topology.Topologies;
import dev.exodusii.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/// The shape of the elements of a regular mesh: how one cell of the grid is filled.
///
/// Nodes are at corners, in the middle of edges, faces or cells, as the shape needs. Cells that are cut into several elements
/// are cut so that neighbours fit.
public enum GridShape {
    /// Lines.
    BAR2("BAR2", 1, Nodes.CORNERS, "000 200"),
    /// Triangles, two for each cell.
    TRI3("TRI3", 2, Nodes.CORNERS, "000 200 220 | 000 220 020"),
    /// Triangles with nodes on their edges.
    TRI6("TRI6", 2, Nodes.ALL, "000 200 220 100 210 110 | 000 220 020 110 120 010"),
    /// Quadrilaterals.
    QUAD4("QUAD4", 2, Nodes.CORNERS, "000 200 220 020"),
    /// Quadrilaterals with nodes on their edges.
    QUAD8("QUAD8", 2, Nodes.CORNERS_AND_EDGES, "000 200 220 020 100 210 120 010"),
    /// Quadrilaterals with nodes on their edges and in the middle.
    QUAD9("QUAD9", 2, Nodes.ALL, "000 200 220 020 100 210 120 010 110"),
    /// Tetrahedra, six for each cell.
    TET4("TETRA4", 3, Nodes.CORNERS, tetrahedra(false)),
    /// Tetrahedra with nodes on their edges.
    TET10("TETRA10", 3, Nodes.ALL, tetrahedra(true)),
    /// Pyramids over the six sides of each cell, with a node in its middle.
    PYRAMID5("PYRAMID5", 3, Nodes.CORNERS_AND_CENTRES, "000 020 022 002 111 | 200 202 222 220 111 | 000 002 202 200 111"
            + " | 020 220 222 022 111 | 000 200 220 020 111 | 002 022 222 202 111"),
    /// Wedges, two for each cell.
    WEDGE6("WEDGE6", 3, Nodes.CORNERS, "000 200 220 002 202 222 | 000 220 020 002 222 022"),
    /// Hexahedra.
    HEX8("HEX8", 3, Nodes.CORNERS, "000 200 220 020 002 202 222 022"),
    /// Hexahedra with nodes on their edges.
    HEX20("HEX20", 3, Nodes.CORNERS_AND_EDGES, "000 200 220 020 002 202 222 022 100 210 120 010 001 201 221 021 102 212 122"
            + " 012"),
    /// Hexahedra with nodes on their edges and faces and in the middle.
    HEX27("HEX27", 3, Nodes.ALL, "000 200 220 020 002 202 222 022 100 210 120 010 001 201 221 021 102 212 122 012 111 110"
            + " 112 011 211 101 121"),
    /// Polyhedra, each of which is a hexahedron, with its faces in a block of polygons.
    POLYHEDRA("nfaced", 3, Nodes.CORNERS, "000 200 220 020 002 202 222 022");

    /// Which places of a grid with twice as many cells have nodes.
    enum Nodes {
        CORNERS, CORNERS_AND_EDGES, CORNERS_AND_CENTRES, ALL
    }

    private final String elementType;
    private final int dimension;
    private final Nodes nodes;
    /// For each element of a cell and each of its nodes where it is, in halves of the cell.
    private final int[][][] elements;

    GridShape(String elementType, int dimension, Nodes nodes, String elements) {
        this.elementType = elementType;
        this.dimension = dimension;
        this.nodes = nodes;
        this.elements = read(elements);
    }

    private static int[][][] read(String text) {
        List<int[][]> elements = new ArrayList<>();
        for (String element : text.split(" \\| ", -1)) {
            elements.add(List.of(element.split(" ", -1)).stream()
                    .map(place -> place.chars().map(digit -> digit - '0').toArray()).toArray(int[][]::new));
        }
        return elements.toArray(int[][][]::new);
    }

    /// The cell is cut along its diagonal: one tetrahedron for each way along the edges from one end to the other.
    private static String tetrahedra(boolean hasMids) {
        List<String> all = new ArrayList<>();
        for (String way : List.of("012", "120", "201", "021", "210", "102")) {
            int[][] corners = new int[4][3];
            for (int step = 1; step < 4; step++) {
                corners[step] = corners[step - 1].clone();
                corners[step][way.charAt(step - 1) - '0'] = 2;
            }
            // The first three ways turn right, the others left.
            if (all.size() >= 3) {
                int[] second = corners[1];
                corners[1] = corners[2];
                corners[2] = second;
            }
            StringBuilder text = new StringBuilder();
            for (int[] corner : corners) {
                text.append(' ').append(corner[0]).append(corner[1]).append(corner[2]);
            }
            int[][] edges = {{0, 1}, {1, 2}, {2, 0}, {0, 3}, {1, 3}, {2, 3}};
            for (int[] edge : hasMids ? edges : new int[0][]) {
                text.append(' ');
                for (int axis = 0; axis < 3; axis++) {
                    text.append((corners[edge[0]][axis] + corners[edge[1]][axis]) / 2);
                }
            }
            all.add(text.substring(1));
        }
        return String.join(" | ", all);
    }

    /// Returns the type as files spell it.
    public String elementType() {
        return elementType;
    }

    /// Returns the number of dimensions of the mesh.
    public int dimension() {
        return dimension;
    }

    /// Returns how many elements fill a cell.
    public int elementsPerCell() {
        return elements.length;
    }

    Nodes nodes() {
        return nodes;
    }

    int[][][] elements() {
        return elements;
    }

    int nodesPerElement() {
        return elements[0].length;
    }

    /// Finds the sides of the elements of a cell that lie on one of its sides.
    ///
    /// @param axis  the axis at right angles to the side of the cell
    /// @param place 0 for the side at the lower end, 2 for the other
    /// @return for each the 0-based element of the cell and the 0-based side
    List<int[]> sidesOn(int axis, int place) {
        List<int[]> found = new ArrayList<>();
        if (this == POLYHEDRA) {
            found.add(new int[] {0, 2 * axis + place / 2});
            return found;
        }
        Topology topology = Topologies.resolve(elementType, dimension, nodesPerElement()).topology();
        for (int element = 0; element < elements.length; element++) {
            for (int side = 0; side < topology.sideCount(); side++) {
                boolean isOn = true;
                for (int node : topology.sideNodes(side)) {
                    isOn &= elements[element][node][axis] == place;
                }
                if (isOn) {
                    found.add(new int[] {element, side});
                }
            }
        }
        return found;
    }
}
