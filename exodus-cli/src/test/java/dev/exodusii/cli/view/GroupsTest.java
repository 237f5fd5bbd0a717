package dev.exodusii.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.cli.view.Facts.Group;
import dev.exodusii.cli.view.Facts.Part;
import dev.exodusii.mmap.Exodus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the viewer's tree tells of assemblies.
class GroupsTest {

    private static List<Group> groups(String name) throws IOException {
        try (ExodusFile file = Exodus.open(Path.of(System.getProperty("exodus.testdata"), name))) {
            return new Groups(parts(file, EntityKind.ELEMENT_BLOCK), parts(file, EntityKind.SIDE_SET),
                    parts(file, EntityKind.NODE_SET)).of(file);
        }
    }

    private static List<Part> parts(ExodusFile file, EntityKind kind) {
        return IntStream.range(0, file.entities(kind).size())
                .mapToObj(i -> new Part(kind, i, kind.label() + i)).toList();
    }

    private static String text(Group group) {
        return group.label() + group.leaves().stream().map(Part::label).toList()
                + group.groups().stream().map(GroupsTest::text).toList();
    }

    @Test
    void assembliesAreToldOnceInFullAlsoInACircle() throws IOException {
        // Loop has itself, Car and an assembly that is not there; Car has Ends and Loop.
        assertEquals(List.of("222 Floor[side set0][]", "100 Car[element block0, element block2]["
                        + "200 Ends[element block0, element block2][], 300 Loop[element block0, element block2]["
                        + "100 Car[element block0, element block2][]]]"),
                groups("assembly-blob.e").stream().map(GroupsTest::text).toList());
    }

    @Test
    void boxOfAnAssemblyIsForAllThatItHolds() throws IOException {
        Group car = groups("assembly-blob.e").getLast();

        assertEquals(List.of(0, 2), car.leaves().stream().map(Part::index).toList());
    }
}
