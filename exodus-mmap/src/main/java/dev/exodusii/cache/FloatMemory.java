package dev.exodusii.cache;

import dev.exodusii.view.RealView;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

record FloatMemory(Floats floats) implements Derived<MemorySegment> {

    @Override
    public long bytes() {
        return Math.multiplyExact(floats.count(), Float.BYTES);
    }

    @Override
    public List<RealView> sources() {
        return floats.sources();
    }

    @Override
    public MemorySegment make() {
        MemorySegment made = Arena.ofAuto().allocate(bytes(), Float.BYTES);
        floats.copyTo(made);
        return made.asReadOnly();
    }
}
