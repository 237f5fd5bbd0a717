package dev.exodusii.fuzz;

import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntityList;
import dev.exodusii.ExodusFile;
import dev.exodusii.netcdf.NetcdfFile;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Opens a mapped file in a JVM of its own, which has little memory, and looks its last things up.
final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] args) throws IOException {
        try (Arena arena = Arena.ofConfined(); FileChannel channel = FileChannel.open(Path.of(args[0]));
                ExodusFile file = ExodusFile.parse(
                        channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena), args[0])) {
            for (EntityKind kind : EntityKind.values()) {
                lookUp(file.entities(kind));
            }
            NetcdfFile container = file.container();
            String variable = container.variables().getLast().name();
            require(container.requireVariable(variable).equals(container.variables().getLast()), variable);
            String dimension = container.dimensions().getLast().name();
            require(container.requireDimension(dimension).equals(container.dimensions().getLast()), dimension);
            if (!file.nodalVariables().isEmpty()) {
                String nodal = file.nodalVariables().getLast().name();
                require(file.nodal(nodal).equals(file.nodalVariables().getLast()), nodal);
            }
        }
    }

    private static void lookUp(EntityList<? extends Entity> entities) {
        if (!entities.isEmpty()) {
            Entity first = entities.getFirst();
            Entity last = entities.getLast();
            require(first.equals(entities.id(first.id())), first);
            require(last.equals(entities.id(last.id())) && last.equals(entities.name(last.label())), last);
        }
    }

    private static void require(boolean isFound, Object what) {
        if (!isFound) {
            throw new AssertionError(what + " is not found");
        }
    }
}
