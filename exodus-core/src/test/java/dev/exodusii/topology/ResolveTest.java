package dev.exodusii.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From the text of `elem_type` to a shape: `exodus-format` §3.1.
class ResolveTest {

    /// Shape, number of dimensions, spellings with the number of nodes they stand for.
    private static final String SPELLINGS = """
            SPHERE      3  sphere sphere1 circle circle1 particle particles point point1 sphere-mass
            BEAM2       3  beam beam2 beam-r beam-r2 beam_2
            TRUSS2      3  truss truss2
            BAR2        3  bar bar2
            ROD2        3  rod rod2 rod2d2 rod3d2 rod_2_3d rod_2_2d
            ROD2        2  rod rod2 rod2d2 rod_2_2d
            LINE2       3  line line2
            EDGE2       3  edge edge2 edge3d2 edge2d2
            BEAM3       3  beam3
            TRUSS3      3  truss3
            BAR3        3  bar3
            ROD3        3  rod3 rod2d3 rod3d3
            EDGE3       3  edge3 edge3d3 edge2d3
            LINE3       3  line_3
            BEAM4       3  beam4
            TRUSS4      3  truss4
            BAR4        3  bar4
            ROD4        3  rod4
            EDGE4       3  edge4 edge3d4
            LINE4       3  line4
            SPRING2     3  spring2 spring
            SPRING3     3  spring3
            SHELLLINE2  2  shell2 shell shellline2d2 shell_line_2_2d
            SHELLLINE3  2  shell3 shellline2d3
            TRI3        2  tri tri3 triangle triangle3 triface3 triangle_3_2d solid_tri_3_2d
            TRI3        3  tri tri3 triangle triangle3 triface3 face_tri_3_3d
            TRI4        2  tri4 triangle4
            TRI4A       2  tri4a
            TRI6        2  tri6 triangle6
            TRI6        3  tri6 triangle6
            TRI7        2  tri7
            TRI9        2  tri9
            TRI13       2  tri13
            TRISHELL3   3  trishell trishell3 shell3 shell_triangle_3
            TRISHELL3   2  trishell trishell3
            TRISHELL4   3  trishell4
            TRISHELL6   3  trishell6 shell6
            TRISHELL7   3  trishell7 shell7
            QUAD4       2  quad quad4 quadrilateral quadface4 quadrilateral_4_2d
            QUAD4       3  quad quad4 face_quad_4_3d
            QUAD5       2  quad5
            QUAD6       2  quad6
            QUAD8       2  quad8
            QUAD9       2  quad9
            QUAD12      2  quad12
            QUAD16      2  quad16
            SHELL4      3  shell shell4 shell_quadrilateral_4
            SHELL4      2  shell4
            SHELL8      3  shell8
            SHELL9      3  shell9
            TET4        3  tet tetra tet4 tetra4 tetrahedron solid_tet_4_3d
            TET5        3  tet5
            TET7        3  tet7
            TET8        3  tet8 tetra8
            TET10       3  tetra10 tet10
            TET11       3  tet11
            TET14       3  tetra14 tet14
            TET15       3  tet15
            TET16       3  tet16
            TET40       3  tet40
            PYRAMID5    3  pyramid pyramid5 pyra5 pyra
            PYRAMID13   3  pyra13 pyramid13
            PYRAMID14   3  pyramid14
            PYRAMID18   3  pyramid18
            PYRAMID19   3  pyramid19
            WEDGE6      3  wedge wedge6 wedge_6
            WEDGE12     3  wedge12
            WEDGE15     3  wedge15
            WEDGE16     3  wedge16
            WEDGE18     3  wedge18
            WEDGE20     3  wedge20
            WEDGE21     3  wedge21
            WEDGE24     3  wedge24
            WEDGE52     3  wedge52
            HEX8        3  hex hex8 hexahedron_8 hexahedron solid_hex_8_3d
            HEX9        3  hex9
            HEX12       3  hex12
            HEX16       3  hex16
            HEX20       3  hex20
            HEX27       3  hex27
            HEX32       3  hex32
            HEX64       3  hex64
            """;

    /// One spelling of one shape.
    record Spelling(String shape, int numDim, String text) {
        int nodes() {
            return Topologies.all().stream()
                    .filter(topology -> topology.name().equals(shape))
                    .findFirst()
                    .orElseThrow()
                    .nodeCount();
        }
    }

    static Stream<Spelling> spellings() {
        return SPELLINGS.lines().flatMap(line -> {
            List<String> words = List.of(line.split(" +"));
            int numDim = Integer.parseInt(words.get(1));
            return words.stream().skip(2).map(text -> new Spelling(words.get(0), numDim, text));
        });
    }

    private static TopologyMatch resolve(String text, int nodes) {
        return Topologies.resolve(text, 3, nodes);
    }

    private static String remark(TopologyMatch match) {
        return match.remark().orElse("");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void everySpellingIsUnderstoodWithoutARemark(Spelling spelling) {
        TopologyMatch match = Topologies.resolve(spelling.text(), spelling.numDim(), spelling.nodes());

        assertEquals(spelling.shape(), match.topology().name());
        assertEquals(Optional.empty(), match.remark());
        assertFalse(match.guessed());
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void caseAndPaddingDoNotMatter(Spelling spelling) {
        String text = "  " + spelling.text().toUpperCase(Locale.ROOT).replace('_', ' ') + "   \0garbage";

        assertEquals(
                spelling.shape(),
                Topologies.resolve(text, spelling.numDim(), spelling.nodes()).topology().name());
    }

    @Test
    void everyShapeWithANameCanBeReached() {
        List<String> reached = Stream.concat(
                        spellings().map(Spelling::shape), Stream.of("NSIDED", "NFACED", "SUPER", "NULL"))
                .distinct()
                .sorted()
                .toList();

        assertEquals(
                Topologies.all().stream().map(Topology::name).distinct().sorted().toList(),
                reached);
    }

    @Test
    void capitalsAreFoldedTheSameWayInTurkey() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertEquals("PYRAMID13", resolve("PYRAMID", 13).topology().name());
            assertEquals("TRI3", resolve("TRI", 3).topology().name());
            assertEquals("LINE2", resolve("LINE2", 2).topology().name());
            assertEquals("XI", resolve("xi", 4).topology().name());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void trianglesInSpaceHaveTheirTwoFacesAsSidesToo() {
        assertEquals(3, Topologies.resolve("TRI6", 2, 6).topology().sideCount());
        assertEquals(5, Topologies.resolve("TRI6", 3, 6).topology().sideCount());
        assertSame(Family.TRI, Topologies.resolve("TRI6", 3, 6).topology().family());
    }

    /// Files of plane meshes number the edges of shells from 3.
    @ParameterizedTest
    @CsvSource({"SHELL4, 4, 6", "SHELL9, 9, 6", "TRISHELL3, 3, 5"})
    void shellsKeepTheirTwoFacesInAPlaneMesh(String text, int nodes, int sides) {
        assertEquals(sides, Topologies.resolve(text, 2, nodes).topology().sideCount());
    }

    @ParameterizedTest
    @CsvSource({
        "hex8, 3, 20, HEX20", "HEX20, 3, 8, HEX8", "tetra4, 3, 8, TET8", "edge2d2, 2, 3, EDGE3", "rod3d2, 3, 3, ROD3",
        "solid_hex_8_3d, 3, 27, HEX27", "tri3, 2, 6, TRI6", "shell3, 3, 4, SHELL4", "hex99999999999999999999, 3, 8, HEX8"
    })
    void theWidthOfTheConnectivityOverrulesANumberInTheText(String text, int numDim, int nodes, String shape) {
        TopologyMatch match = Topologies.resolve(text, numDim, nodes);

        assertEquals(shape, match.topology().name());
        assertEquals(
                "type '" + text + "' with " + nodes + " nodes per element read as " + shape, remark(match));
    }

    @Test
    void aTextWithoutANumberTakesItFromTheConnectivity() {
        TopologyMatch match = resolve("tetra", 8);

        assertEquals("TET8", match.topology().name());
        assertEquals("type 'tetra' with 8 nodes per element read as TET8", remark(match));
    }

    @ParameterizedTest
    @CsvSource({
        "hex8-reduced, 8, HEX8", "quad4-x-y, 4, QUAD4", "tet-10-p, 10, TET10", "beam-s, 2, BEAM2", "hexa8, 8, HEX8",
        "HEXAGONAL, 8, HEX8", "quadri8, 8, QUAD8", "pyramidal, 5, PYRAMID5", "pyrx13, 13, PYRAMID13", "wed, 6, WEDGE6",
        "tetrahedral10, 10, TET10", "edges, 2, EDGE2", "she, 4, SHELL4", "cir, 1, SPHERE", "trux2, 2, TRUSS2", "rodx, 3, ROD3"
    })
    void otherTextsAreReadWithoutTheirSuffixOrByTheirFirstLettersAndSaySo(String text, int nodes, String shape) {
        TopologyMatch match = resolve(text, nodes);

        assertEquals(shape, match.topology().name());
        assertEquals(
                "type '" + text + "' with " + nodes + " nodes per element read as " + shape, remark(match));
    }

    @ParameterizedTest
    @CsvSource({"NSIDED, NSIDED", "nsi, NSIDED", "nfaced, NFACED", "NFACE, NFACED", "super, SUPER", "SUPER17, SUPER",
        "NULL, NULL", "Empty, NULL", "nul, NULL"})
    void typesWithoutAFixedShapeAreKnownWhateverTheirWidth(String text, String shape) {
        for (long nodes : new long[] {0, 1, 5, 1530, 1_000_000_000_000L}) {
            TopologyMatch match = Topologies.resolve(text, 3, nodes);

            assertEquals(shape, match.topology().name());
            assertEquals(0, match.topology().sideCount());
            assertEquals(Optional.empty(), match.remark());
        }
    }

    @Test
    void bezierTypesKeepTheirNameAndHaveNoSides() {
        TopologyMatch match = resolve("bex_hex", 54);

        assertSame(Family.BEZIER, match.topology().family());
        assertEquals("BEX_HEX", match.topology().name());
        assertEquals(0, match.topology().sideCount());
        assertEquals(
                "Bezier type 'bex_hex' is not interpreted: only half of what looks like nodes are nodes", remark(match));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO8", "straight2", "8", "-", "_", "x-hex8", "_3d", "2d2", "3d", "hé8", "six", "六面体8"})
    void unknownTypesStayOpaque(String text) {
        TopologyMatch match = resolve(text, 8);

        assertSame(Family.UNKNOWN, match.topology().family());
        assertEquals(text.toUpperCase(Locale.ROOT), match.topology().name());
        assertEquals(0, match.topology().sideCount());
        assertEquals(0, match.topology().nodeCount());
        assertEquals("unknown type '" + text + "'", remark(match));
        assertFalse(match.guessed());
    }

    @ParameterizedTest
    @CsvSource({"hex, 4", "hex8, 10", "sphere, 2", "TETRA4, 6", "shell, 16", "shell2, 2", "wedge, 7", "beam, 1", "quad, 3"})
    void aKnownTypeWithAWidthItCannotHaveIsUnknown(String text, int nodes) {
        TopologyMatch match = resolve(text, nodes);

        assertSame(Family.UNKNOWN, match.topology().family());
        assertEquals(text.toUpperCase(Locale.ROOT), match.topology().name());
        assertEquals(
                "type '" + text + "' with " + nodes + " nodes per element in 3 dimensions is not known", remark(match));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 4, TET4", "3, 5, PYRAMID5", "3, 6, WEDGE6", "3, 8, HEX8", "3, 10, TET10", "3, 13, PYRAMID13", "3, 27, HEX27",
        "2, 3, TRI3", "2, 4, QUAD4", "2, 6, TRI6", "2, 8, QUAD8", "2, 9, QUAD9"
    })
    void withoutATypeTheShapeIsGuessedFromTheNumberOfNodes(int numDim, int nodes, String shape) {
        for (String text : List.of("", "   ", "\0", "\0HEX8", " \0")) {
            TopologyMatch match = Topologies.resolve(text, numDim, nodes);

            assertEquals(shape, match.topology().name());
            assertTrue(match.guessed());
            assertEquals(
                    "no type is given; " + nodes + " nodes per element in " + numDim + " dimensions read as " + shape,
                    remark(match));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 14", "3, 18", "3, 20", "3, 2", "2, 2", "1, 2", "0, 8", "-3, 8", "3, 0", "2, 27", "2147483647, 4"})
    void whatCanBeSeveralShapesIsNotGuessed(int numDim, int nodes) {
        TopologyMatch match = Topologies.resolve("", numDim, nodes);

        assertSame(Family.UNKNOWN, match.topology().family());
        assertEquals("UNKNOWN", match.topology().name());
        assertFalse(match.guessed());
        assertEquals(
                "no type is given, and " + nodes + " nodes per element in " + numDim + " dimensions fit no single shape",
                remark(match));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 1_000_000_000_000L, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 32) + 8})
    void absurdWidthsAreUnknown(long nodes) {
        for (String text : List.of("HEX8", "hex", "")) {
            assertSame(Family.UNKNOWN, Topologies.resolve(text, 3, nodes).topology().family());
        }
    }

    @Test
    void aVeryLongTextIsCutInTheRemark() {
        TopologyMatch match = resolve("X".repeat(10_000), 8);

        assertEquals("unknown type '" + "X".repeat(40) + "...'", remark(match));
        assertEquals("X".repeat(10_000), match.topology().name());
    }

    @Test
    void veryLongTextsOfAnyKindEnd() {
        for (String part : List.of("1", "_", "-", "3d", "hex", "é", "_3d", "d2")) {
            assertSame(
                    part.equals("hex") ? Family.HEX : Family.UNKNOWN,
                    resolve(part.repeat(10_000), 8).topology().family(),
                    part);
        }
    }

    @Test
    void controlCharactersDoNotReachTheRemark() {
        String escape = "foo" + (char) 27 + "[31m\n8";

        assertEquals("unknown type 'foo?[31m?8'", remark(resolve(escape, 8)));
    }

    @Test
    void digitsOfOtherScriptsAreNotDigits() {
        assertSame(Family.HEX, resolve("hex٨", 8).topology().family());
        assertTrue(resolve("hex٨", 8).remark().isPresent());
    }

    @Test
    void allNamesItsShapesInCapitals() {
        assertTrue(Topologies.all().stream().allMatch(topology -> topology.name().matches("[A-Z]+(\\d+A?)?")));
        assertEquals(
                Arrays.stream(Family.values())
                        .filter(family -> family != Family.UNKNOWN && family != Family.BEZIER)
                        .toList(),
                Topologies.all().stream().map(Topology::family).distinct().sorted().toList());
    }
}
