package dev.exodusii.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.SmallFile;
import dev.exodusii.diagnostic.DamagedDataException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a copy lacks is said.
class ModelCopyRemarksTest {

    @Test
    void aBlockThatItsStatusDeniesIsLeftEmpty() {
        ExodusFile file = new SmallFile().attribute("version", new float[] {9.06f}).dimension("num_dim", 2)
                .dimension("num_nodes", 3).dimension("num_elem", 1).dimension("num_el_blk", 1).dimension("num_el_in_blk1", 1)
                .dimension("num_nod_per_el1", 3).variable("eb_status", new int[] {0}, "num_el_blk")
                .variable("eb_prop1", new int[] {7}, "num_el_blk")
                .variable("connect1", new int[] {1, 2, 3}, "num_el_in_blk1", "num_nod_per_el1")
                .attribute("elem_type", "TRI3").openModel();

        assertEquals(List.of(file.elementBlocks().getFirst() + " is left empty: eb_status says that there is nothing,"
                + " although the file has connect1"), ModelCopy.of(file).plan().remarks());
    }

    @Test
    void nodesThatCannotBeAreNoReasonToClaimMemory() {
        ExodusFile file = new SmallFile().attribute("version", new float[] {9.06f}).dimension("num_dim", 2)
                .dimension("num_nodes", Integer.MAX_VALUE).dimension("num_elem", 1).dimension("num_el_blk", 1)
                .dimension("num_el_in_blk1", 1).dimension("num_nod_per_el1", 3)
                .variable("eb_prop1", new int[] {7}, "num_el_blk")
                .variable("connect1", new int[] {1, 2, 3}, "num_el_in_blk1", "num_nod_per_el1")
                .attribute("elem_type", "TRI3").openModel();

        String message = assertThrows(DamagedDataException.class, () -> ModelCopy.of(file).dropUnusedNodes().plan())
                .getMessage();
        assertTrue(message.contains("nodes: the file tells of 2147483647, more than it has bytes"), message);
    }
}
