package dev.exodusii.mmap;

import static dev.exodusii.mmap.ViewAssertions.assertIds;
import static dev.exodusii.mmap.ViewAssertions.assertIntegers;
import static dev.exodusii.mmap.ViewAssertions.assertNames;
import static dev.exodusii.mmap.ViewAssertions.assertReals;
import static dev.exodusii.mmap.ViewAssertions.assertRefused;
import static dev.exodusii.mmap.ViewAssertions.assertSteps;
import static dev.exodusii.mmap.ViewAssertions.assertStored;
import static dev.exodusii.mmap.ViewAssertions.names;
import static dev.exodusii.mmap.ViewAssertions.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.Assembly;
import dev.exodusii.Basis;
import dev.exodusii.Blob;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.FieldMetadata;
import dev.exodusii.FieldMetadata.Level;
import dev.exodusii.FieldType;
import dev.exodusii.Quadrature;
import dev.exodusii.netcdf.Attribute;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `assembly-blob.e`: a row of three hexahedra, each a block of its own, with all that came with version 8 and 9.
class TestdataAssembliesTest {

    private final ExodusFile file = Testdata.open("assembly-blob.e");

    @AfterEach
    void close() {
        file.close();
    }

    private Entity block(String name) {
        return file.elementBlocks().name(name);
    }

    @Nested
    class Assemblies {

        private final Assembly car = file.assemblies().name("Car");
        private final Assembly ends = file.assemblies().name("Ends");
        private final Assembly loop = file.assemblies().name("Loop");
        private final Assembly ground = file.assemblies().name("Floor");

        @Test
        void standInTheOrderOfTheFile() {
            assertIds(file.assemblies(), 100, 200, 300, 222);
            assertNames(file.assemblies(), "Car", "Ends", "Loop", "Floor");
            assertEquals("assembly 222 'Floor'", ground.toString());
        }

        @Test
        void sayWhatTheirMembersAre() {
            assertEquals(Optional.of(EntityKind.ASSEMBLY), car.memberKind());
            assertEquals(Optional.of(EntityKind.ELEMENT_BLOCK), ends.memberKind());
            assertEquals(Optional.of(EntityKind.SIDE_SET), ground.memberKind());
        }

        @Test
        void nameTheirMembersById() {
            assertIntegers(car.memberIds(), 200, 300);
            assertEquals(List.of(ends, loop), car.members());
            assertEquals(List.of(block("head"), block("tail")), ends.members());
        }

        @Test
        void leaveOutMembersThatDoNotExist() {
            assertIntegers(loop.memberIds(), 100, 300, 400);
            assertEquals(3, loop.size());
            assertEquals(List.of(car, loop), loop.members());
            assertEquals(List.of(file.sideSets().name("belly")), ground.members());
        }

        @Test
        void areEnteredOnceEvenWhereTheyContainThemselves() {
            List<Entity> held = List.of(block("head"), block("tail"));

            assertEquals(held, List.copyOf(car.leaves()));
            assertEquals(held, List.copyOf(loop.leaves()));
        }

        @Test
        void haveVariablesOfTheirMembers() {
            assertEquals(List.of("share", "wear"), file.variables(EntityKind.ASSEMBLY).names());
            assertStored(ends, "share", "wear");
            assertStored(car, "share");
            assertStored(loop);
            assertSteps(ends.requireVariable("wear"), step(621.125, 622.125), step(621.25, 622.25),
                    step(621.375, 622.375));
            assertReals(car.requireVariable("share").history(1), 632.125, 632.25, 632.375);
        }

        @Test
        void suggestANameWhenOneIsMisspelt() {
            assertRefused(NoSuchElementException.class, "no assembly is called 'car'; did you mean 'Car'?",
                    () -> file.assemblies().name("car"));
        }
    }

    @Nested
    class Blobs {

        private final Blob spectrum = file.blobs().name("Spectrum");
        private final Blob log = file.blobs().name("Log");

        @Test
        void standInTheOrderOfTheFile() {
            assertIds(file.blobs(), 7, 3);
            assertEquals(5, spectrum.size());
            assertEquals(2, log.size());
        }

        @Test
        void haveAsManyValuesAsTheyPlease() {
            assertStored(spectrum, "amplitude", "phase");
            assertStored(log, "amplitude");
            assertReals(spectrum.requireVariable("phase").step(2), 721.375, 722.375, 723.375, 724.375, 725.375);
            assertSteps(log.requireVariable("amplitude"), step(731.125, 732.125), step(731.25, 732.25),
                    step(731.375, 732.375));
        }
    }

    /// One value for each entity at each step.
    @ParameterizedTest
    @CsvSource({
        "ASSEMBLY,      0, momentum_x momentum_y momentum_z,   101",
        "ASSEMBLY,      1, momentum_x momentum_y momentum_z,   111",
        "ASSEMBLY,      2, momentum_x momentum_y momentum_z,   121",
        "ASSEMBLY,      3, momentum_x momentum_y momentum_z,   131",
        "BLOB,          0, maximum,                            201",
        "BLOB,          1, maximum,                            211",
        "ELEMENT_BLOCK, 0, kinetic_energy internal_energy,     301",
        "ELEMENT_BLOCK, 1, kinetic_energy internal_energy,     311",
        "ELEMENT_BLOCK, 2, kinetic_energy internal_energy,     321",
        "NODE_SET,      0, force_x,                            401",
        "NODE_SET,      1, force_x,                            411",
        "SIDE_SET,      0, heat area,                          501",
    })
    void reductionVariablesHaveOneValueForTheWholeEntity(EntityKind kind, int index, String variables, double first) {
        List<String> expected = List.of(variables.split(" "));
        Entity entity = file.entities(kind).get(index);

        assertEquals(expected, file.reductionVariables(kind).names());
        assertEquals(expected, names(entity.reductionVariables()));
        for (int v = 0; v < expected.size(); v++) {
            assertSteps(entity.reductionVariable(expected.get(v)).orElseThrow(), step(first + v + 0.125),
                    step(first + v + 0.25), step(first + v + 0.375));
        }
        assertEquals(Optional.empty(), entity.reductionVariable("momentum"));
    }

    @Nested
    class Metadata {

        @Test
        void hangsOnTheFileWithoutItsBookkeeping() {
            assertEquals(List.of("char SOLID_MODEL[14]", "double Tolerance[1]", "int Seeds[3]"),
                    texts(file.metadata()));
            assertEquals(Optional.of("car.step rev 4"), file.metadata().get(0).text());
            assertEquals(1e-6, file.metadata().get(1).real().orElseThrow());
            assertIntegers(file.metadata().get(2).values().integers(), 7, 11, 13);
        }

        @Test
        void hangsOnTheNodesAsAWhole() {
            assertEquals(List.of("char Units[1]"), texts(file.nodalMetadata()));
        }

        @Test
        void hangsOnBlocks() {
            assertEquals(List.of("char Material[5]", "double Density[1]", "int Colour[3]"),
                    texts(block("head").metadata()));
            assertEquals(List.of(), block("body").metadata());
            assertReals(block("tail").metadata().getFirst().values().reals(), -1.5, 2.25, 1e300);
        }

        @Test
        void hangsOnSets() {
            assertEquals(Optional.of("front axle"), file.nodeSets().name("front").metadata().getFirst().text());
            assertEquals(List.of(), file.nodeSets().name("rear").metadata());
            assertReals(file.sideSets().name("belly").metadata().getFirst().values().reals(), 0.125);
        }

        @Test
        void hangsOnAssembliesAndBlobs() {
            assertEquals(List.of("char Owner[8]", "double Scale[1]", "int Version[1]"),
                    texts(file.assemblies().name("Car").metadata()));
            assertEquals(List.of(), file.assemblies().name("Ends").metadata());
            assertEquals(List.of("int Bins[1]", "char Unit[2]"), texts(file.blobs().name("Spectrum").metadata()));
        }

        private static List<String> texts(List<Attribute> attributes) {
            return attributes.stream().map(Attribute::toString).toList();
        }
    }

    @Nested
    class Fields {

        @Test
        void ofTheNodesAreAVectorAndATensor() {
            List<FieldMetadata> fields = file.nodalFields();

            assertEquals(List.of("disp", "strain"), fields.stream().map(FieldMetadata::name).toList());
            assertEquals(List.of(new Level(FieldType.VECTOR_3D, "", "_", OptionalLong.of(3))), fields.get(0).levels());
            assertEquals(List.of("disp_X", "disp_Y", "disp_Z"), fields.get(0).componentNames());
            assertEquals(List.of("strain.XX", "strain.YY", "strain.ZZ", "strain.XY", "strain.YZ", "strain.ZX"),
                    fields.get(1).componentNames());
        }

        @Test
        void findTheirComponentsAmongTheVariables() {
            List<String> names = file.variables(EntityKind.NODAL).names();

            assertEquals(List.of(0, 1, 2), file.nodalFields().get(0).componentIndexes(names));
            assertEquals(List.of(3, 4, 5, 6, 7, 8), file.nodalFields().get(1).componentIndexes(names));
        }

        @Test
        void mayHaveAVectorAtEachIntegrationPoint() {
            FieldMetadata points = block("body").fields().getFirst();

            assertEquals(List.of(new Level(FieldType.VECTOR_3D, "", "_", OptionalLong.of(3)),
                    new Level(FieldType.QUADRATURE, "twopoint", ":", OptionalLong.of(2))), points.levels());
            assertEquals(List.of("gp_X:0", "gp_Y:0", "gp_Z:0", "gp_X:1", "gp_Y:1", "gp_Z:1"), points.componentNames());
            assertEquals(List.of(0, 1, 2, 3, 4, 5),
                    points.componentIndexes(file.variables(EntityKind.ELEMENT_BLOCK).names()));
        }

        @Test
        void mayHaveSuffixesOfTheWritersOwn() {
            FieldMetadata species = block("tail").fields().getFirst();

            assertEquals(FieldType.USER_DEFINED, species.levels().getFirst().type());
            assertEquals(List.of("h2o", "o2", "n2"), species.suffices());
            assertEquals(List.of(6, 7, 8),
                    species.componentIndexes(file.variables(EntityKind.ELEMENT_BLOCK).names()));
            assertStored(block("tail"), species.componentNames().toArray(String[]::new));
        }

        @Test
        void areNotThereWhereNothingIsSaid() {
            assertEquals(List.of(), block("head").fields());
            assertEquals(List.of(), file.globalFields());
        }

        @Test
        void referToQuadratureRules() {
            Quadrature rule = file.quadratures().getFirst();

            assertEquals(1, file.quadratures().size());
            assertEquals("twopoint", rule.name());
            assertEquals(2, rule.cardinality());
            assertReals(rule.xi().orElseThrow(), -0.577350269189626, 0.577350269189626);
            assertReals(rule.weight().orElseThrow(), 1, 1);
            assertTrue(rule.eta().isEmpty() && rule.zeta().isEmpty());
        }

        @Test
        void referToBases() {
            Basis line = file.bases().getFirst();

            assertEquals(1, file.bases().size());
            assertEquals("line", line.name());
            assertEquals(2, line.cardinality());
            assertIntegers(line.subcellOrdinals().orElseThrow(), 0, 1);
            assertIntegers(line.subcellDofCounts().orElseThrow(), 1, 1);
            assertReals(line.xi().orElseThrow(), -1, 1);
        }
    }
}
