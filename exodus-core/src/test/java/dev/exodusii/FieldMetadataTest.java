package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.exodusii.FieldMetadata.Level;
import dev.exodusii.netcdf.Attribute;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldMetadataTest {

    private static final int USER_DEFINED = 1;
    private static final int SEQUENCE = 2;
    private static final int BASIS = 3;
    private static final int QUADRATURE = 4;
    private static final int SCALAR = 5;
    private static final int VECTOR_3D = 8;
    private static final int SYMMETRIC_TENSOR_33 = 16;

    @Nested
    class Reading {

        @Test
        void typeAloneMakesAFieldWithEverythingElseImplied() {
            FieldMetadata field = only(new SmallFile().attribute("Field@disp@type", new int[] {VECTOR_3D}));

            assertEquals(new FieldMetadata("disp",
                    List.of(new Level(FieldType.VECTOR_3D, "", "_", OptionalLong.of(3))), List.of()), field);
        }

        @Test
        void everyLevelHasItsTypeNameSeparatorAndCardinality() {
            FieldMetadata field = only(new SmallFile().attribute("Field@Species@type", new int[] {1, 4})
                    .attribute("Field@Species@type_name", ",1x2x1\0").attribute("Field@Species@separator", "_-\0")
                    .attribute("Field@Species@cardinality", new int[] {4, 2})
                    .attribute("Field@Species@suffices", "h2o,gas,ch4,methane\0"));

            assertEquals(new FieldMetadata("Species",
                    List.of(new Level(FieldType.USER_DEFINED, "", "_", OptionalLong.of(4)),
                            new Level(FieldType.QUADRATURE, "1x2x1", "-", OptionalLong.of(2))),
                    List.of("h2o", "gas", "ch4", "methane")), field);
        }

        @Test
        void fieldsComeInTheOrderInWhichTheirNamesFirstOccur() {
            List<FieldMetadata> fields = FieldMetadata.of(new SmallFile()
                    .attribute("Field@b@separator", ".").attribute("Field@a@type", new int[] {VECTOR_3D})
                    .attribute("Field@b@type", new int[] {VECTOR_3D}).open().attributes());

            assertEquals(List.of("b", "a"), fields.stream().map(FieldMetadata::name).toList());
        }

        @Test
        void theItemStandsAfterTheLastAtSign() {
            FieldMetadata field = only(new SmallFile().attribute("Field@flux@left@type", new int[] {VECTOR_3D}));

            assertEquals("flux@left", field.name());
        }

        @Test
        void emptyNamesOfTypesAndSuffixesAreKept() {
            FieldMetadata field = only(new SmallFile().attribute("Field@f@type", new int[] {USER_DEFINED})
                    .attribute("Field@f@suffices", "a,,c,"));

            assertEquals(List.of("a", "", "c", ""), field.suffices());
        }

        @Test
        void aTypeThatIsNotKnownIsInvalid() {
            FieldMetadata field = only(new SmallFile().attribute("Field@f@type", new int[] {99}));

            assertEquals(List.of(FieldType.INVALID), field.levels().stream().map(Level::type).toList());
        }

        @Test
        void aTypesOwnNumberOfComponentsStandsAgainstAStoredOne() {
            FieldMetadata field = only(new SmallFile().attribute("Field@f@type", new int[] {VECTOR_3D})
                    .attribute("Field@f@cardinality", new int[] {7}));

            assertEquals(OptionalLong.of(3), field.levels().getFirst().cardinality());
        }

        @Test
        void theListOfSuffixesImpliesTheNumberOfUserDefinedComponents() {
            FieldMetadata field = only(new SmallFile().attribute("Field@f@type", new int[] {USER_DEFINED})
                    .attribute("Field@f@suffices", "a,b"));

            assertEquals(OptionalLong.of(2), field.levels().getFirst().cardinality());
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(delimiter = '|', textBlock = """
                no attribute            |      | _ | _
                no byte                 | ''   | _ | _
                a NUL alone             | 0    | '' | ''
                one character           | .    | . | .
                one character and a NUL | .0   | . | .
                one for each level      | -$   | - | $
                one for each and a NUL  | -$0  | - | $
                blanks                  | '  ' | ' ' | ' '
                """)
        void separators(String what, String stored, String first, String second) {
            SmallFile file = new SmallFile().attribute("Field@f@type", new int[] {VECTOR_3D, SEQUENCE});
            if (stored != null) {
                file.attribute("Field@f@separator", stored.replace('0', '\0'));
            }

            assertEquals(List.of(first, second), only(file).levels().stream().map(Level::separator).toList(), what);
        }
    }

    @Nested
    class Resolving {

        @Test
        void aBasisGivesItsCardinality() {
            FieldMetadata field = resolved(new SmallFile().attribute("Field@f@type", new int[] {BASIS})
                    .attribute("Field@f@type_name", "B").attribute("Basis@B@cardinality", new int[] {9}));

            assertEquals(OptionalLong.of(9), field.levels().getFirst().cardinality());
        }

        @Test
        void aQuadratureRuleGivesItsCardinality() {
            FieldMetadata field = resolved(new SmallFile().attribute("Field@f@type", new int[] {QUADRATURE})
                    .attribute("Field@f@type_name", "Q").attribute("Quad@Q@cardinality", new int[] {8}));

            assertEquals(OptionalLong.of(8), field.levels().getFirst().cardinality());
        }

        @Test
        void aBasisOfAnotherNameGivesNothing() {
            FieldMetadata field = resolved(new SmallFile().attribute("Field@f@type", new int[] {BASIS})
                    .attribute("Field@f@type_name", "B").attribute("Basis@C@cardinality", new int[] {9}));

            assertEquals(OptionalLong.empty(), field.levels().getFirst().cardinality());
        }

        @Test
        void fieldsOfAnEntityAreResolved() {
            ExodusFile file = new SmallFile().attribute("version", new float[] {9.04f})
                    .attribute("Quad@1x2x1@cardinality", new int[] {2})
                    .dimension("num_nodes", 1).dimension("num_elem", 1).dimension("num_el_blk", 1)
                    .dimension("num_el_in_blk1", 1).dimension("num_nod_per_el1", 1)
                    .variable("eb_prop1", new int[] {12}, "num_el_blk")
                    .variable("connect1", new int[] {1}, "num_el_in_blk1", "num_nod_per_el1")
                    .attribute("elem_type", "SPHERE").attribute("Field@Curl@type", new int[] {QUADRATURE})
                    .attribute("Field@Curl@type_name", "1x2x1").openModel();

            assertEquals(List.of("Curl_0", "Curl_1"),
                    file.elementBlocks().id(12).fields().getFirst().componentNames());
        }
    }

    @Nested
    class ComponentNames {

        @Test
        void joinNameSeparatorAndSuffix() {
            assertEquals(List.of("Velocity%X", "Velocity%Y", "Velocity%Z"), names(
                    new SmallFile().attribute("Field@Velocity@type", new int[] {VECTOR_3D})
                            .attribute("Field@Velocity@separator", "%\0")));
        }

        @Test
        void needNoSeparator() {
            assertEquals(List.of("DispX", "DispY", "DispZ"), names(
                    new SmallFile().attribute("Field@Disp@type", new int[] {VECTOR_3D})
                            .attribute("Field@Disp@separator", "\0")));
        }

        @Test
        void ofTwoLevelsRunThroughTheFirstLevelFirst() {
            assertEquals(List.of("Species_h2o-0", "Species_gas-0", "Species_h2o-1", "Species_gas-1"), names(
                    new SmallFile().attribute("Field@Species@type", new int[] {USER_DEFINED, QUADRATURE})
                            .attribute("Field@Species@suffices", "h2o,gas").attribute("Field@Species@separator", "_-")
                            .attribute("Field@Species@cardinality", new int[] {2, 2})));
        }

        @Test
        void ofASequenceCountFromOneInEqualWidth() {
            assertEquals(IntStream.rangeClosed(1, 10).mapToObj(i -> "s_%02d".formatted(i)).toList(), names(
                    new SmallFile().attribute("Field@s@type", new int[] {SEQUENCE})
                            .attribute("Field@s@cardinality", new int[] {10})));
        }

        @Test
        void ofABasisCountFromZeroAndAreAsWideAsTheirNumber() {
            assertEquals(IntStream.range(0, 10).mapToObj(i -> "b_%02d".formatted(i)).toList(), names(
                    new SmallFile().attribute("Field@b@type", new int[] {BASIS})
                            .attribute("Field@b@cardinality", new int[] {10})));
        }

        @Test
        void ofAScalarIsTheFieldItself() {
            assertEquals(List.of("T"), names(new SmallFile().attribute("Field@T@type", new int[] {SCALAR})));
        }

        @Test
        void areNoneWhileACardinalityIsNotKnown() {
            assertEquals(List.of(), names(new SmallFile().attribute("Field@f@type", new int[] {VECTOR_3D, BASIS})));
        }

        @Test
        void areNoneWhenSuffixesAreMissing() {
            assertEquals(List.of(), names(new SmallFile().attribute("Field@f@type", new int[] {USER_DEFINED})
                    .attribute("Field@f@suffices", "a,b").attribute("Field@f@cardinality", new int[] {3})));
        }

        @Test
        void areNoneForATypeThatIsNotKnown() {
            assertEquals(List.of(), names(new SmallFile().attribute("Field@f@type", new int[] {99})
                    .attribute("Field@f@cardinality", new int[] {3})));
        }

        @ParameterizedTest
        @ValueSource(ints = {70_000, Integer.MAX_VALUE, -5})
        void areNoneForACardinalityThatNoFileCanHave(int cardinality) {
            assertEquals(List.of(), names(new SmallFile().attribute("Field@f@type", new int[] {SEQUENCE, SEQUENCE})
                    .attribute("Field@f@cardinality", new int[] {cardinality, cardinality})));
        }

        @Test
        void areNoneWhenTogetherTheyWouldFillTheMemory() {
            String name = "n".repeat(10_000);

            assertEquals(List.of(), names(new SmallFile().attribute("Field@" + name + "@type", new int[] {SEQUENCE})
                    .attribute("Field@" + name + "@cardinality", new int[] {60_000})));
        }
    }

    @Nested
    class ComponentIndexes {

        private final FieldMetadata stress = only(
                new SmallFile().attribute("Field@stress@type", new int[] {SYMMETRIC_TENSOR_33}));

        @Test
        void tellWhereTheComponentsAreAmongTheVariables() {
            assertEquals(List.of(1, 2, 3, 4, 6, 5), stress.componentIndexes(List.of("T", "stress_XX", "stress_YY",
                    "stress_ZZ", "stress_XY", "stress_ZX", "stress_YZ")));
        }

        @Test
        void areFoundInAnyCase() {
            assertEquals(List.of(0, 1, 2, 3, 4, 5), stress.componentIndexes(List.of("stress_xx", "stress_yy",
                    "stress_zz", "stress_xy", "stress_yz", "stress_zx")));
        }

        @Test
        void acceptTheReferenceLibrarysMisspelling() {
            assertEquals(List.of(0, 1, 2, 3, 4, 5), stress.componentIndexes(List.of("stress_XX", "stress_YY",
                    "stress_ZZ", "stress_XY", "stress_YZ", "stress_ZC")));
        }

        @Test
        void areNoneWhenAComponentIsMissing() {
            assertEquals(List.of(), stress.componentIndexes(List.of("stress_XX", "stress_YY")));
        }
    }

    @Nested
    class Hostile {

        @ParameterizedTest
        @ValueSource(strings = {"Field@", "Field@@", "Field@type", "Field@@type", "Field", "field@f@type"})
        void namesOfAnotherFormAreNoFields(String name) {
            assertEquals(List.of(), FieldMetadata.of(new SmallFile().attribute(name, new int[] {8}).open()
                    .attributes()));
        }

        @Test
        void aTypeThatIsTextMakesNoField() {
            assertEquals(List.of(), FieldMetadata.of(new SmallFile().attribute("Field@f@type", "vector").open()
                    .attributes()));
        }

        @Test
        void aTypeWithoutAnyValueMakesNoField() {
            assertEquals(List.of(), FieldMetadata.of(new SmallFile().attribute("Field@f@type", new int[0]).open()
                    .attributes()));
        }

        @Test
        void moreLevelsThanTheFormatKnowsMakeNoField() {
            assertEquals(List.of(), FieldMetadata.of(new SmallFile().attribute("Field@f@type", new int[1000]).open()
                    .attributes()));
        }

        @Test
        void attributesOfAnyTypeAndLengthNeverThrow() {
            Random random = new Random(7);
            String[] items = {"type", "type_name", "separator", "cardinality", "suffices", "xi", "subc_dim", "weight"};
            String[] prefixes = {"Field@f@", "Basis@f@", "Quad@f@", "Field@g@h@"};
            for (int round = 0; round < 3_000; round++) {
                SmallFile file = new SmallFile();
                for (int i = random.nextInt(8); i > 0; i--) {
                    file.attribute(prefixes[random.nextInt(prefixes.length)] + items[random.nextInt(items.length)],
                            values(random));
                }
                List<Attribute> attributes = file.open().attributes();
                assertDoesNotThrow(() -> FieldMetadata.of(attributes, attributes).forEach(field -> {
                    field.componentIndexes(field.componentNames());
                }));
            }
        }

        private static Object values(Random random) {
            int length = random.nextInt(4);
            return switch (random.nextInt(5)) {
                case 0 -> random.ints(length, -3, 30).toArray();
                case 1 -> random.longs(length).toArray();
                case 2 -> random.doubles(length).toArray();
                case 3 -> "a,b,c".substring(0, length) + "\0" + random.nextInt();
                default -> random.ints(length).toArray();
            };
        }
    }

    private static FieldMetadata only(SmallFile file) {
        List<FieldMetadata> fields = FieldMetadata.of(file.open().attributes());
        assertEquals(1, fields.size());
        return fields.getFirst();
    }

    private static FieldMetadata resolved(SmallFile file) {
        List<Attribute> attributes = file.open().attributes();
        return FieldMetadata.of(attributes, attributes).getFirst();
    }

    private static List<String> names(SmallFile file) {
        return only(file).componentNames();
    }
}
