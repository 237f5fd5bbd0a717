package dev.exodusii.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EntityKind;
import dev.exodusii.QaRecord;
import dev.exodusii.geometry.Point;
import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.view.ElementType;
import dev.exodusii.write.DecompositionDefinition.GlobalEntity;
import dev.exodusii.write.DecompositionDefinition.SharedMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What cannot be is refused when a definition is built, in words that tell what is wrong.
class ExodusDefinitionTest {

    private static ExodusDefinitionBuilder mesh() {
        return ExodusDefinition.builder().dimension(3).nodes(8).elementBlock(1, "HEX8", 1);
    }

    private static void refused(String message, ExodusDefinitionBuilder builder) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, builder::build);
        assertTrue(String.valueOf(refusal.getMessage()).contains(message), refusal.getMessage());
    }

    @Test
    void idsOccurOnce() {
        refused("element block id 1 occurs twice", mesh().elementBlock(1, "TET4", 2));
        refused("node set id 5 occurs twice", mesh().nodeSet(5, 1, set -> set).nodeSet(5, 2, set -> set));
    }

    @Test
    void idsFitIntoTheirType() {
        long large = 1L << 40;
        refused("has an id of more than 32 bits", mesh().nodeSet(large, 1, set -> set));

        ExodusDefinition wide = mesh().nodeSet(large, 1, set -> set).longIntegers(true, false, false).build();
        assertEquals(ContainerFormat.CDF_5, wide.format());
        assertEquals(0x0800, wide.int64Status().bits());
    }

    @Test
    void namesFit() {
        refused("the name of element block 2 is too long: '" + "n".repeat(80) + "...' takes 256 bytes where 255 are allowed",
                mesh().elementBlock(2, "TET4", 1, block -> block.withName("n".repeat(256))));
        refused("contains a NUL", mesh().nodeSet(1, 1, set -> set.withName("a\0b")));
        refused("takes 81 bytes where 80 are allowed", mesh().title("t".repeat(81)));
        refused("takes 42 bytes where 32 are allowed", mesh().title("").qaRecord(
                new QaRecord("\u00e9".repeat(21), "", "", "")));
        refused("takes 33 bytes where 32 are allowed", mesh().property(EntityKind.ELEMENT_BLOCK, "p".repeat(33), 1));
    }

    @Test
    void theLongestNameIsStated() {
        assertEquals(32, mesh().build().maximumNameLength());
        assertEquals(40, mesh().nodalVariables("v".repeat(40)).build().maximumNameLength());
    }

    @Test
    void countsFit() {
        refused("there are no nodes but 1 elements", ExodusDefinition.builder().elementBlock(1, "HEX8", 1));
        refused("2147483648 nodes cannot be numbered with 32 bits", mesh().nodes(1L << 31));
        refused("has 3 distribution factors for 4 entries", mesh().nodeSet(1, 4, set -> set.withFactors(3)));
        refused("has 2 values for 1 entities", mesh().property(EntityKind.ELEMENT_BLOCK, "MATL", 1, 2));
        refused("there are 2 names of axes for 3 dimensions", mesh().axisNames("r", "z"));
        refused("dimension 4 is none of 1, 2 and 3", ExodusDefinition.builder().dimension(4));
    }

    @Test
    void aBlockTellsItsNodes() {
        assertEquals(8, nodesOf("HEX"));
        assertEquals(20, nodesOf("HEX20"));
        assertEquals(4, nodesOf("tetra"));
        assertEquals(1, nodesOf("SPHERE"));
        assertEquals(2, nodesOf("BEAM"));
        assertEquals(4, nodesOf("SHELL4"));
        refused("say withNodesPerEntry", mesh().elementBlock(2, "BLOB7", 1));
        assertEquals(7, ((BlockDefinition) mesh().elementBlock(2, "BLOB7", 1, block -> block.withNodesPerEntry(7))
                .build().entity(EntityKind.ELEMENT_BLOCK, 2)).nodesPerEntry());
    }

    private static long nodesOf(String type) {
        return BlockDefinition.of(EntityKind.ELEMENT_BLOCK, 1, type, 1).nodesPerEntry();
    }

    @Test
    void polyhedraAreMadeOfFaces() {
        refused("needs the number of faces of all polyhedra together",
                mesh().add(BlockDefinition.polyhedra(2, 1, 0)));
        refused("has no place for attributes on it as a whole", mesh().add(BlockDefinition.polyhedra(2, 1, 6)
                .withMetadata(List.of(AttributeDefinition.ints("a", 1)))));
    }

    @Test
    void variablesAreOnWhatThereIs() {
        refused("the element block variable 'stress' is to be on element block 9, which is not defined",
                mesh().variableOn(EntityKind.ELEMENT_BLOCK, "stress", 9));
        refused("side set variables need a side set", mesh().variables(EntityKind.SIDE_SET, "traction"));
        refused("the nodal variable 'u' is defined twice", mesh().nodalVariables("u", "u"));
        refused("node map variables do not exist", mesh().map(EntityKind.NODE_MAP, 1, "m")
                .variables(EntityKind.NODE_MAP, "v"));
        refused("global variables are that", mesh().reductionVariables(EntityKind.GLOBAL, "energy"));
    }

    @Test
    void assembliesHaveMembers() {
        refused("has no members", mesh().assembly(1, "none", EntityKind.ELEMENT_BLOCK));
    }

    @Test
    void aFormatThatIsAskedForIsKept() {
        assertEquals(ContainerFormat.CDF_2, mesh().build().format());
        assertEquals(ContainerFormat.CDF_1, mesh().format(ContainerFormat.CDF_1).build().format());
        refused("CDF-5 can", mesh().longIntegers(true, true, true).format(ContainerFormat.CDF_2));
    }

    @Test
    void alteringLeavesTheOriginalAsItIs() {
        ExodusDefinition one = mesh().nodalVariables("u").build();
        ExodusDefinition other = one.toBuilder().retainVariables(EntityKind.NODAL, name -> false)
                .realType(ElementType.FLOAT).change(EntityKind.ELEMENT_BLOCK,
                        block -> ((BlockDefinition) block).withName("renamed")).build();

        assertEquals(1, one.variables(EntityKind.NODAL).size());
        assertEquals(0, other.variables(EntityKind.NODAL).size());
        assertEquals("", one.entity(EntityKind.ELEMENT_BLOCK, 1).name());
        assertEquals("renamed", other.entity(EntityKind.ELEMENT_BLOCK, 1).name());
        assertEquals(ElementType.FLOAT, other.realType());
    }

    private static FrameDefinition frame(long id, char tag) {
        return new FrameDefinition(id, tag, new Point(0, 0, 0), new Point(0, 0, 1), new Point(1, 0, 0));
    }

    @Test
    void framesFitIntoTheirTypes() {
        refused("coordinate frame 1099511627776 has an id of more than 32 bits", mesh().coordinateFrame(frame(1L << 40, 'R')));
        refused("coordinate frame 1 has the tag '\u00e9', which is no ASCII character", mesh().coordinateFrame(frame(1, '\u00e9')));

        mesh().coordinateFrame(frame(1L << 40, 'R')).longIntegers(true, false, false).build();
    }

    private static ExodusDefinitionBuilder part(GlobalEntity block, SharedMap nodes) {
        return mesh().decomposition(new DecompositionDefinition(2, 0, 8, 1, List.of(block), List.of(), List.of(), 8, 0, 0, 1,
                0, List.of(nodes), List.of()));
    }

    @Test
    void whatADecompositionTellsFitsIntoItsTypes() {
        long large = 1L << 40;
        GlobalEntity block = new GlobalEntity(1, 1, 0);
        SharedMap map = new SharedMap(1, 1);
        refused("global element block 1099511627776 has an id of more than 32 bits", part(new GlobalEntity(large, 1, 0), map));
        refused("global element block 1 counts 1099511627776, more than 32 bits", part(new GlobalEntity(1, large, 0), map));
        refused("map of shared nodes 1099511627776 has an id of more than 32 bits", part(block, new SharedMap(large, 1)));

        part(new GlobalEntity(large, large, 0), new SharedMap(large, 1)).longIntegers(true, false, true).build();
    }

    @Test
    void severalOfAKindAreCalledSo() {
        refused("the property 'MATL' of assemblies cannot be", mesh().property(EntityKind.ASSEMBLY, "MATL"));
    }
}
