package dev.exodusii.cache;

import dev.exodusii.view.RealView;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

record DoubleMemory(RealView values) implements Derived<MemorySegment> {

    @Override
    public long bytes() {
        return Math.multiplyExact(values.size(), Double.BYTES);
    }

    @Override
    public List<RealView> sources() {
        return List.of(values);
    }

    @Override
    public MemorySegment make() {
        MemorySegment made = Arena.ofAuto().allocate(bytes(), Double.BYTES);
        values.copyDoublesTo(made);
        return made.asReadOnly();
    }
}
