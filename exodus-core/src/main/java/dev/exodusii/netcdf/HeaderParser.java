package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.view.ElementType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The grammar of the header (`exodus-format` §1.2), from the version byte to the last variable.
///
/// Each list grows as its items are read, so that a wrong count costs nothing, and all work is linear in the header's
/// size.
final class HeaderParser {

    private static final int MAGIC_BYTES = 4;
    private static final int ABSENT_TAG = 0;
    private static final int DIMENSION_TAG = 0x0A;
    private static final int VARIABLE_TAG = 0x0B;
    private static final int ATTRIBUTE_TAG = 0x0C;

    /// What netCDF allows.
    private static final int MAX_RANK = 1024;

    /// Sizes above this one do not fit into the size field of CDF-1 and CDF-2.
    private static final long MAX_32_BIT_SIZE = 0xFFFF_FFFCL;
    private static final long TOO_LARGE_MARKER = 0xFFFF_FFFFL;

    private final Memory memory;
    private final ContainerFormat format;
    private final Findings findings;
    private final HeaderReader reader;
    private @Nullable Dimension recordDimension;

    private HeaderParser(Memory memory, ContainerFormat format, Findings findings) {
        this.memory = memory;
        this.format = format;
        this.findings = findings;
        this.reader = new HeaderReader(memory.segment(), memory.name(), format, MAGIC_BYTES);
    }

    static Header parse(Memory memory, ContainerFormat format, Findings findings) throws ExodusFormatException {
        return new HeaderParser(memory, format, findings).header();
    }

    private Header header() throws ExodusFormatException {
        long records = reader.recordCount();
        List<Dimension> dimensions = dimensions();
        NamedList<Attribute> attributes = attributes(Place.HEADER);
        List<VariableHeader> variables = list(Place.HEADER, "variable", VARIABLE_TAG, format.leastVariableBytes(),
                place -> variable(place, dimensions));
        return new Header(format, records, dimensions, attributes, variables, reader.position());
    }

    private <T> List<T> list(Place owner, String kind, int expectedTag, int leastItemBytes, Item<T> item)
            throws ExodusFormatException {
        long at = reader.position();
        int tag = reader.code(owner, "tag of the " + kind + " list");
        long countAt = reader.position();
        long count = reader.count(owner, "length of the " + kind + " list");
        if (tag != expectedTag && (count > 0 || tag != ABSENT_TAG)) {
            String problem = "%s list of length %d has tag 0x%X where 0x%X is expected".formatted(kind, count, tag,
                    expectedTag);
            if (count > 0) {
                throw reader.corrupt(owner, at, problem);
            }
            findings.add(Severity.WARNING, FindingCode.UNEXPECTED_TAG, owner.path().isEmpty() ? "header" : owner.path(),
                    problem + "; taken for an empty list");
        }
        reader.requireDeclared(owner, countAt, kind + " list", count, kind + "s", leastItemBytes);
        List<T> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item.read(owner.item(kind, i)));
        }
        return items;
    }

    private List<Dimension> dimensions() throws ExodusFormatException {
        return list(Place.HEADER, "dimension", DIMENSION_TAG, format.leastDimensionBytes(), unnamed -> {
            Place place = named(unnamed);
            long at = reader.position();
            long length = reader.count(place, "length");
            Dimension dimension = new Dimension(place.index(), place.name(), length, length == 0);
            if (dimension.isRecord()) {
                if (recordDimension != null) {
                    throw reader.corrupt(place, at, "length is 0, which marks the record dimension, but "
                            + Names.quote(recordDimension.name()) + " is that already");
                }
                recordDimension = dimension;
            }
            return dimension;
        });
    }

    private NamedList<Attribute> attributes(Place owner) throws ExodusFormatException {
        List<Attribute> attributes = list(owner, "attribute", ATTRIBUTE_TAG, format.leastAttributeBytes(), unnamed -> {
            Place place = named(unnamed);
            ElementType type = type(place);
            long at = reader.position();
            long length = reader.count(place, "length");
            reader.requireDeclared(place, at, "attribute", length, "values of type " + type.label(), type.byteSize());
            Attribute attribute = new Attribute(memory, place.name(), type, length, reader.position());
            reader.skipPadded(place, "values", length * type.byteSize());
            return attribute;
        });
        return NamedList.of(attributes, Attribute::name, owner.path() + ":", findings);
    }

    private VariableHeader variable(Place unnamed, List<Dimension> dimensions) throws ExodusFormatException {
        Place place = named(unnamed);
        List<Dimension> own = dimensionsOf(place, dimensions);
        NamedList<Attribute> attributes = attributes(place);
        long typeAt = reader.position();
        ElementType type = type(place);
        long slabBytes = slabBytes(place, typeAt, own, type);
        long sizeField = reader.unsigned(place, "size field");
        long beginAt = reader.position();
        long begin = reader.begin(place);
        VariableHeader variable = new VariableHeader(place, own, attributes, type, begin, beginAt, slabBytes);
        checkSizeField(variable, sizeField);
        return variable;
    }

    private List<Dimension> dimensionsOf(Place place, List<Dimension> dimensions) throws ExodusFormatException {
        long at = reader.position();
        long rank = reader.count(place, "number of dimensions");
        reader.requireDeclared(place, at, "variable", rank, "dimensions", format.countBytes(), MAX_RANK);
        List<Dimension> own = new ArrayList<>((int) rank);
        for (int d = 0; d < rank; d++) {
            long idAt = reader.position();
            long id = reader.count(place, "dimension id");
            if (id >= dimensions.size()) {
                throw reader.corrupt(place, idAt, "dimension id is " + id + ", but the file has "
                        + dimensions.size() + " dimensions, counted from 0");
            }
            Dimension dimension = dimensions.get((int) id);
            if (dimension.isRecord() && d > 0) {
                throw reader.corrupt(place, idAt, "the record dimension " + Names.quote(dimension.name())
                        + " can only be the first of a variable, not dimension " + d + " counted from 0");
            }
            own.add(dimension);
        }
        return List.copyOf(own);
    }

    private long slabBytes(Place place, long at, List<Dimension> dimensions, ElementType type)
            throws ExodusFormatException {
        long bytes = type.byteSize();
        try {
            for (Dimension dimension : dimensions) {
                bytes = Math.multiplyExact(bytes, dimension.isRecord() ? 1 : dimension.length());
            }
            // Room for the padding, so that no later sum of one slab overflows.
            Math.addExact(bytes, 3);
            return bytes;
        } catch (ArithmeticException overflow) {
            throw reader.corrupt(place, at, "its dimensions make more bytes than a file can hold: "
                    + NearMatches.list(dimensions.stream().map(Dimension::length).map(String::valueOf).toList()));
        }
    }

    /// The size field is redundant: the dimensions count, and a difference is merely mentioned.
    private void checkSizeField(VariableHeader variable, long stored) {
        long padded = variable.paddedBytes();
        boolean isMarker = padded > MAX_32_BIT_SIZE && (stored == TOO_LARGE_MARKER || stored == -1);
        if (stored != padded && !isMarker) {
            findings.add(Severity.INFO, FindingCode.SIZE_FIELD_MISMATCH, variable.name(), "the size field says "
                    + Long.toUnsignedString(stored) + " bytes but the dimensions make " + padded
                    + "; the dimensions are used");
        }
    }

    private ElementType type(Place place) throws ExodusFormatException {
        long at = reader.position();
        int code = reader.code(place, "type");
        return format.type(code).orElseThrow(() -> reader.corrupt(place, at, "type code is "
                + Integer.toUnsignedString(code) + ", but " + format + " has the types 1 to " + format.highestType()));
    }

    private Place named(Place place) throws ExodusFormatException {
        byte[] stored = reader.name(place);
        Place named = place.named(Names.decode(stored, Names.lengthWithoutNuls(stored)));
        Names.oddity(stored, named.name()).ifPresent(oddity -> findings.add(Severity.INFO, FindingCode.UNUSUAL_NAME,
                named.path(), "the name of the " + place.kind() + " at index " + place.index() + " " + oddity));
        return named;
    }

    @FunctionalInterface
    private interface Item<T> {
        T read(Place place) throws ExodusFormatException;
    }
}
