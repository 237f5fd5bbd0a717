package dev.exodusii.netcdf.write;

import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.view.ElementType;
import java.util.List;
import java.util.Optional;

/// Lays out a file as the netCDF library does, and checks it against the limits of the format (`exodus-format` §1.4,
/// §1.7).
///
/// @param headerFree      the bytes to leave free behind the header, at least
/// @param dataAlignment   the fixed data begin at a multiple of this
/// @param recordFree      the bytes to leave free before the records, at least
/// @param recordAlignment the records begin at a multiple of this
record LayoutPlan(long headerFree, long dataAlignment, long recordFree, long recordAlignment) {

    static final LayoutPlan PLAIN = new LayoutPlan(0, 1, 0, 1);

    private static final long MAX_CDF_1 = Integer.MAX_VALUE - 3L;
    private static final long MAX_CDF_2 = 0xFFFF_FFFCL;
    private static final long MAX_CDF_5 = Long.MAX_VALUE - 3;

    static long maxLength(ContainerFormat format) {
        return switch (format) {
            case CDF_1 -> MAX_CDF_1;
            case CDF_2 -> MAX_CDF_2;
            case CDF_5 -> MAX_CDF_5;
        };
    }

    /// Tells what keeps a definition from being written in a format, if anything.
    Optional<String> obstacle(ContainerFormat format, List<DimensionDefinition> dimensions,
            List<AttributeDefinition> attributes, List<VariableDefinition> variables) {
        for (DimensionDefinition dimension : dimensions) {
            if (dimension.length() > maxLength(format)) {
                return Optional.of("dimension " + dimension.name() + " has length " + dimension.length() + ", above "
                        + maxLength(format));
            }
        }
        Optional<String> type = attributes.stream().filter(attribute -> !format.has(attribute.type())).findFirst()
                .map(attribute -> foreign("attribute " + attribute.name(), attribute.type()));
        for (VariableDefinition variable : variables) {
            if (type.isEmpty() && !format.has(variable.type())) {
                type = Optional.of(foreign("variable " + variable.name(), variable.type()));
            }
            type = type.or(() -> variable.attributes().stream().filter(attribute -> !format.has(attribute.type()))
                    .findFirst().map(attribute -> foreign("attribute " + variable.name() + ":" + attribute.name(),
                            attribute.type())));
        }
        return type.or(() -> tooLarge(format, variables, false)).or(() -> tooLarge(format, variables, true));
    }

    private static String foreign(String what, ElementType type) {
        return what + " is of type " + type.label();
    }

    /// Only what is laid out last may be larger than its size field can say: nothing is placed behind it. Records are
    /// placed behind the fixed variables.
    private static Optional<String> tooLarge(ContainerFormat format, List<VariableDefinition> variables,
            boolean isRecord) {
        List<VariableDefinition> ofKind = variables.stream().filter(v -> v.isRecord() == isRecord).toList();
        boolean isLastKind = isRecord || variables.stream().noneMatch(VariableDefinition::isRecord);
        int checked = isLastKind && format != ContainerFormat.CDF_5 ? ofKind.size() - 1 : ofKind.size();
        for (int i = 0; i < checked; i++) {
            VariableDefinition variable = ofKind.get(i);
            if (variable.slabBytes() > maxLength(format)) {
                return Optional.of("variable " + variable.name() + " takes " + variable.slabBytes() + " bytes"
                        + (isRecord ? " in each record" : "") + ", above " + maxLength(format));
            }
        }
        return Optional.empty();
    }

    /// Places the variables.
    ///
    /// @throws IllegalArgumentException when a file of the format cannot hold them
    FileLayout place(ContainerFormat format, long headerBytes, List<VariableDefinition> variables) {
        long[] begins = new long[variables.size()];
        try {
            long at = spaced(headerBytes, headerFree, dataAlignment);
            long fixedEnd = headerBytes;
            for (VariableDefinition variable : variables) {
                if (!variable.isRecord()) {
                    begins[variable.index()] = checkBegin(format, variable, at);
                    at = Math.addExact(at, variable.paddedBytes());
                    fixedEnd = at;
                }
            }
            List<VariableDefinition> recorded = variables.stream().filter(VariableDefinition::isRecord).toList();
            if (recorded.isEmpty()) {
                return new FileLayout(headerBytes, begins, fixedEnd, -1, 0);
            }
            long recordStart = spaced(at, recordFree, recordAlignment);
            at = recordStart;
            for (VariableDefinition variable : recorded) {
                begins[variable.index()] = checkBegin(format, variable, at);
                at = Math.addExact(at, variable.paddedBytes());
            }
            long stride = recorded.size() == 1 ? recorded.getFirst().slabBytes() : at - recordStart;
            return new FileLayout(headerBytes, begins, fixedEnd, recordStart, stride);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException("the variables are more than a file can hold", overflow);
        }
    }

    private static long spaced(long end, long free, long alignment) {
        long aligned = aligned(end, alignment);
        return aligned < Math.addExact(end, free) ? aligned(end + free, alignment) : aligned;
    }

    private static long aligned(long at, long alignment) {
        return Math.multiplyExact(Math.ceilDiv(at, alignment), alignment);
    }

    private static long checkBegin(ContainerFormat format, VariableDefinition variable, long at) {
        if (format == ContainerFormat.CDF_1 && at > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("variable " + variable.name() + " would start at byte " + at
                    + ", above the " + Integer.MAX_VALUE + " that CDF-1 can say");
        }
        return at;
    }
}
