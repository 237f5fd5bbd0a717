package dev.exodusii.netcdf.write;

import dev.exodusii.view.ElementType;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// Values that follow one another in memory.
final class MemoryValues extends Values {

    private final MemorySegment memory;
    private final ElementType type;
    private final ByteOrder order;

    MemoryValues(MemorySegment memory, ElementType type, ByteOrder order) {
        this.memory = memory;
        this.type = type;
        this.order = order;
    }

    @Override
    public long size() {
        return memory.byteSize() / type.byteSize();
    }

    @Override
    @Nullable MemorySegment stored(ElementType wanted) {
        return type == wanted && (order == ByteOrder.BIG_ENDIAN || type.byteSize() == 1) ? memory : null;
    }

    @Override
    void encode(Conversion conversion, long first, int count, ElementType wanted, MemorySegment to) {
        conversion.memory(memory, type, order, first, first, count, wanted, to, 0);
    }

    @Override
    Values part(long from, long count) {
        return new MemoryValues(memory.asSlice(from * type.byteSize(), count * type.byteSize()), type, order);
    }

    @Override
    public String toString() {
        return type.label() + "[" + size() + "]";
    }
}
