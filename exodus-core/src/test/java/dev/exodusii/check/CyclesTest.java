package dev.exodusii.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.Assembly;
import dev.exodusii.ExodusFile;
import dev.exodusii.SmallFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which assemblies contain themselves.
class CyclesTest {

    private static final int ASSEMBLY = 16;

    /// Assemblies 1, 2, 3 ... with their members.
    private static List<Long> cyclic(int[]... members) {
        SmallFile file = new SmallFile().dimension("num_dim", 1);
        for (int i = 0; i < members.length; i++) {
            file.list("assembly_entity" + (i + 1), members[i]).attribute("_type", new int[] {ASSEMBLY});
        }
        try (ExodusFile model = file.openModel()) {
            return Cycles.among(model.assemblies()).stream().map(Assembly::id).toList();
        }
    }

    @Test
    void chainHasNoCycle() {
        assertEquals(List.of(), cyclic(new int[] {2}, new int[] {3}, new int[] {9}));
    }

    @Test
    void assemblyMayContainItselfDirectly() {
        assertEquals(List.of(2L), cyclic(new int[] {2}, new int[] {2}, new int[] {2}));
    }

    @Test
    void onlyThoseInTheCycleContainThemselves() {
        assertEquals(List.of(2L, 3L, 4L), cyclic(new int[] {2, 5}, new int[] {3}, new int[] {4, 5}, new int[] {2},
                new int[] {6}, new int[] {9}));
    }

    @Test
    void cyclesThatMeetAreOne() {
        assertEquals(List.of(1L, 2L, 3L), cyclic(new int[] {2}, new int[] {1, 3}, new int[] {2}));
    }

    @Test
    void whatTwoContainIsNoCycle() {
        assertEquals(List.of(), cyclic(new int[] {2, 3}, new int[] {4}, new int[] {4}, new int[] {9}));
    }
}
