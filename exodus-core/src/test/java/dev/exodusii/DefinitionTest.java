package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.netcdf.Attribute;
import dev.exodusii.view.IntegerView;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefinitionTest {

    @Test
    void basesHaveOneValueOfEachListForEachFunction() {
        Basis basis = Basis.of(attributes(new SmallFile().attribute("Basis@H1@cardinality", new int[] {2})
                .attribute("Basis@H1@subc_dim", new int[] {0, 1}).attribute("Basis@H1@subc_ordinal", new int[] {2, 3})
                .attribute("Basis@H1@subc_dof_ordinal", new int[] {4, 5})
                .attribute("Basis@H1@subc_num_dof", new int[] {6, 7}).attribute("Basis@H1@xi", new double[] {-1, 1})
                .attribute("Basis@H1@eta", new double[] {-2, 2}).attribute("Basis@H1@zeta", new double[] {-3, 3})))
                .getFirst();

        assertEquals("H1 2 [0, 1] [2, 3] [4, 5] [6, 7]", basis.name() + " " + basis.cardinality() + " "
                + list(basis.subcellDimensions()) + " " + list(basis.subcellOrdinals()) + " "
                + list(basis.subcellDofOrdinals()) + " " + list(basis.subcellDofCounts()));
        assertArrayEquals(new double[] {-1, 1}, basis.xi().orElseThrow().toArray());
        assertArrayEquals(new double[] {-2, 2}, basis.eta().orElseThrow().toArray());
        assertArrayEquals(new double[] {-3, 3}, basis.zeta().orElseThrow().toArray());
    }

    @Test
    void aListThatTheFileLacksIsAbsent() {
        assertEquals(Optional.empty(), basis(new SmallFile()).zeta());
    }

    @Test
    void aListThatIsTooShortIsAbsent() {
        assertEquals(Optional.empty(), basis(new SmallFile().attribute("Basis@B@xi", new double[] {1})).xi());
    }

    @Test
    void aListThatIsTooLongIsCut() {
        assertArrayEquals(new double[] {1, 2},
                basis(new SmallFile().attribute("Basis@B@xi", new double[] {1, 2, 3})).xi().orElseThrow().toArray());
    }

    @Test
    void aListOfTheWrongTypeIsAbsent() {
        Basis basis = basis(new SmallFile().attribute("Basis@B@xi", "ab")
                .attribute("Basis@B@subc_dim", new double[] {1, 2}));

        assertEquals(List.of(Optional.empty(), Optional.empty()), List.of(basis.xi(), basis.subcellDimensions()));
    }

    @Test
    void withoutACardinalityThereIsNoBasis() {
        assertEquals(List.of(), Basis.of(attributes(new SmallFile().attribute("Basis@B@xi", new double[] {1}))));
    }

    @Test
    void aNegativeCardinalityMakesNoBasis() {
        assertEquals(List.of(),
                Basis.of(attributes(new SmallFile().attribute("Basis@B@cardinality", new int[] {-1}))));
    }

    @Test
    void basesAreNoQuadratureRules() {
        assertEquals(List.of(),
                Quadrature.of(attributes(new SmallFile().attribute("Basis@B@cardinality", new int[] {1}))));
    }

    @Test
    void quadratureRulesHaveOneValueOfEachListForEachPoint() {
        Quadrature rule = Quadrature.of(attributes(new SmallFile().attribute("Quad@1x2x1@cardinality", new int[] {2})
                .attribute("Quad@1x2x1@xi", new double[] {-0.5, 0.5}).attribute("Quad@1x2x1@eta", new double[] {1, 2})
                .attribute("Quad@1x2x1@zeta", new double[] {3, 4}).attribute("Quad@1x2x1@weight", new double[] {5, 6})))
                .getFirst();

        assertEquals("1x2x1 2", rule.name() + " " + rule.cardinality());
        assertArrayEquals(new double[] {-0.5, 0.5}, rule.xi().orElseThrow().toArray());
        assertArrayEquals(new double[] {1, 2}, rule.eta().orElseThrow().toArray());
        assertArrayEquals(new double[] {3, 4}, rule.zeta().orElseThrow().toArray());
        assertArrayEquals(new double[] {5, 6}, rule.weight().orElseThrow().toArray());
    }

    private static Basis basis(SmallFile file) {
        return Basis.of(attributes(file.attribute("Basis@B@cardinality", new int[] {2}))).getFirst();
    }

    private static List<Attribute> attributes(SmallFile file) {
        return file.open().attributes();
    }

    private static List<Long> list(Optional<IntegerView> values) {
        return values.orElseThrow().stream().boxed().toList();
    }
}
