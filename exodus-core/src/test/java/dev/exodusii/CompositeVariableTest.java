package dev.exodusii;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.CompositeVariable.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositeVariableTest {

    @ParameterizedTest(name = "{0} is {1}, shown as {2}")
    @CsvSource(delimiter = '|', textBlock = """
            disp_x disp_y disp_z                                                  | VECTOR_3D           | disp(x,y,z)
            disp_x disp_y                                                         | VECTOR_2D           | disp(x,y)
            Vel_X Vel_Y Vel_Z                                                     | VECTOR_3D           | Vel(X,Y,Z)
            dispx dispy dispz                                                     | VECTOR_3D           | disp(x,y,z)
            velocityx velocityy velocityz                                         | VECTOR_3D           | velocity(x,y,z)
            rot_x rot_y rot_z rot_q                                               | QUATERNION_3D       | rot(x,y,z,q)
            rot_s rot_q                                                           | QUATERNION_2D       | rot(s,q)
            s_xx s_yy s_zz s_xy s_yz s_zx                                         | SYMMETRIC_TENSOR_3D | s(6)
            s_xx s_xy s_xz s_yy s_yz s_zz                                         | SYMMETRIC_TENSOR_3D | s(6)
            s_XX s_YY s_ZZ s_XY s_YZ s_ZC                                         | SYMMETRIC_TENSOR_3D | s(6)
            stressxx stressyy stresszz stressxy stressyz stresszx                 | SYMMETRIC_TENSOR_3D | stress(6)
            s_xx s_yy s_xy                                                        | SYMMETRIC_TENSOR_2D | s(3)
            s_xx s_yy s_zz s_xy                                                   | SYMMETRIC_TENSOR_2D | s(4)
            s_xx s_yy s_xy s_yx                                                   | FULL_TENSOR_2D      | s(4)
            s_xx s_yy s_zz s_xy s_yx                                              | FULL_TENSOR_2D      | s(5)
            s_xx s_yy s_zz s_xy s_yz s_zx s_yx s_zy s_xz                          | FULL_TENSOR_3D      | s(9)
            total_strain_xx total_strain_yy total_strain_zz                       | PARTIAL_TENSOR      | total_strain(xx,yy,zz)
            eqps_1 eqps_2                                                         | INTEGRATION_POINTS  | eqps(1..2)
            eqps_01 eqps_02 eqps_03 eqps_04 eqps_05 eqps_06 eqps_07 eqps_08 eqps_09 eqps_10 | INTEGRATION_POINTS | eqps(01..10)
            """)
    void namesThatBelongTogetherFormOneGroup(String names, Kind kind, String label) {
        List<CompositeVariable> groups = CompositeVariable.group(List.of(names.split(" ")));

        assertEquals(List.of(kind + " " + label), describe(groups));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            disp_x temperature disp_y   | not consecutive
            disp_x vel_y                | different bases
            disp_x disp_X               | the same component twice
            disp_y disp_z               | a vector without x
            ax ay az                    | one letter before the suffix and no underscore
            ids idq                     | a quaternion needs its underscore
            _x _y                       | nothing before the suffix
            eqps_0 eqps_1               | integration points count from 1
            eqps_1 eqps_02              | numbers of different width
            eqps_1                      | one integration point
            stress_xx                   | one component of a tensor
            x y z                       | bare letters
            a_1234567890 a_1234567891   | numbers too long to be counts
            """)
    void namesThatDoNotBelongTogetherStayScalars(String names, String why) {
        List<CompositeVariable> groups = CompositeVariable.group(List.of(names.split(" ")));

        assertEquals(List.of(names.split(" ")), groups.stream().map(CompositeVariable::label).toList(), why);
    }

    @Test
    void numbersThatRunPastTheirWidthAreNoIntegrationPoints() {
        List<String> names = IntStream.rangeClosed(1, 10).mapToObj(i -> "layer_" + i).toList();

        assertEquals(names, CompositeVariable.group(names).stream().map(CompositeVariable::label).toList());
    }

    @Test
    void theLargestGroupWins() {
        List<String> names = List.of("s_xx", "s_yy", "s_zz", "s_xy", "s_yz", "s_zx", "s_xx", "s_yy", "s_xy");

        assertEquals(List.of("SYMMETRIC_TENSOR_3D s(6)", "SYMMETRIC_TENSOR_2D s(3)"),
                describe(CompositeVariable.group(names)));
    }

    @Test
    void groupsAndScalarsComeInTheOrderOfTheFile() {
        List<String> names = List.of("T", "contact_pressure", "disp_x", "disp_y", "nodal_area", "penetration");

        assertEquals(List.of("T", "contact_pressure", "disp(x,y)", "nodal_area", "penetration"),
                CompositeVariable.group(names).stream().map(CompositeVariable::label).toList());
    }

    @Test
    void componentsKeepTheFilesOrderAndSpelling() {
        CompositeVariable stress = CompositeVariable.group(
                List.of("T", "stress_xx", "stress_XY", "stress_yy", "stress_yz", "stress_zx", "stress_zz")).get(1);

        assertEquals(new CompositeVariable("stress", Kind.SYMMETRIC_TENSOR_3D,
                List.of("xx", "XY", "yy", "yz", "zx", "zz"), List.of(1, 2, 3, 4, 5, 6)), stress);
    }

    @Test
    void aComponentIsFoundByItsSuffixInAnyCase() {
        CompositeVariable disp = CompositeVariable.group(List.of("T", "disp_x", "disp_y")).get(1);

        assertEquals(OptionalInt.of(2), disp.index("Y"));
    }

    @Test
    void aComponentThatIsNotThereIsNotFound() {
        CompositeVariable disp = CompositeVariable.group(List.of("disp_x", "disp_y")).getFirst();

        assertEquals(OptionalInt.empty(), disp.index("z"));
    }

    @Test
    void displacementIsTheFirstVectorThatIsCalledSo() {
        List<String> names = List.of("vel_x", "vel_y", "dispersion", "DISPL_x", "DISPL_y", "disp_x", "disp_y");

        assertEquals(List.of("DISPL", "disp", "vel"),
                CompositeVariable.vectors(names).stream().map(CompositeVariable::name).toList());
        assertEquals("DISPL", CompositeVariable.displacement(names).orElseThrow().name());
        assertEquals("dis", CompositeVariable.displacement(List.of("dis_x", "dis_y", "dis_z")).orElseThrow().name());
        assertEquals(Optional.empty(), CompositeVariable.displacement(List.of("vel_x", "vel_y", "distance", "disp_1")));
    }

    @Test
    void everyNameIsInExactlyOneGroupWhateverTheNames() {
        Random random = new Random(20260);
        String[] pieces = {"a", "disp", "_", "x", "y", "z", "q", "s", "xx", "xy", "zz", "1", "2", "01", "02", ""};
        for (int round = 0; round < 2_000; round++) {
            List<String> names = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                StringBuilder name = new StringBuilder();
                for (int p = random.nextInt(4); p > 0; p--) {
                    name.append(pieces[random.nextInt(pieces.length)]);
                }
                names.add(name.toString());
            }
            List<Integer> covered = CompositeVariable.group(names).stream().flatMap(g -> g.indexes().stream()).toList();
            assertEquals(IntStream.range(0, names.size()).boxed().toList(), covered, names.toString());
        }
    }

    private static List<String> describe(List<CompositeVariable> groups) {
        return groups.stream().map(group -> group.kind() + " " + group.label()).toList();
    }
}
