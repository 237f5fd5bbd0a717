package dev.exodusii.netcdf.write;

import dev.exodusii.view.ElementType;
import java.nio.ByteBuffer;
import java.util.Optional;

/// What netCDF puts where nothing was written (`exodus-format` §1.3).
final class FillValue {

    static final String ATTRIBUTE = "_FillValue";

    private FillValue() {}

    /// Returns the bytes of one value: the variable's own `_FillValue`, or else that of its type.
    static byte[] of(VariableDefinition variable) {
        return of(variable.type(), variable.attribute(ATTRIBUTE));
    }

    /// Returns the bytes of one value: what the attribute `_FillValue` says, if it is one value of the right type.
    static byte[] of(ElementType type, Optional<AttributeDefinition> own) {
        return own.filter(attribute -> attribute.type() == type && attribute.length() == 1)
                .map(AttributeDefinition::stored).orElseGet(() -> of(type));
    }

    private static byte[] of(ElementType type) {
        ByteBuffer value = ByteBuffer.allocate(type.byteSize());
        switch (type) {
            case BYTE -> value.put((byte) -127);
            case CHAR -> value.put((byte) 0);
            case SHORT -> value.putShort((short) -32_767);
            case INT -> value.putInt(-2_147_483_647);
            case FLOAT -> value.putInt(0x7CF0_0000);
            case DOUBLE -> value.putLong(0x479E_0000_0000_0000L);
            case UBYTE -> value.put((byte) 0xFF);
            case USHORT -> value.putShort((short) 0xFFFF);
            case UINT -> value.putInt(0xFFFF_FFFF);
            case INT64 -> value.putLong(Long.MIN_VALUE + 2);
            case UINT64 -> value.putLong(-2);
        }
        return value.array();
    }
}
