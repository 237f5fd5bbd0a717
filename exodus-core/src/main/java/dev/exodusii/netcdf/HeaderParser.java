package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.view.ElementType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The grammar of the header (`exodus-format` §1.2), from the version byte to the last variable.
///
/// Each list grows as its items are read, so that a wrong count costs nothing, and all work is linear in the header's
/// size.
final class HeaderParser {

    private static final int MAGIC_BYTES = 4;
    private static final int ABSENT_TAG = 0;

    /// The lists in a header, and what their fields are called in messages: put together once, not for each of the two
    /// lists that every variable has.
    private enum Listing {
        DIMENSION("dimension", 0x0A),
        VARIABLE("variable", 0x0B),
        ATTRIBUTE("attribute", 0x0C);

        private final String item;
        private final int tag;
        private final String tagField;
        private final String lengthField;
        private final String listField;
        private final String items;

        Listing(String item, int tag) {
            this.item = item;
            this.tag = tag;
            this.tagField = "tag of the " + item + " list";
            this.lengthField = "length of the " + item + " list";
            this.listField = item + " list";
            this.items = item + "s";
        }
    }

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
        List<VariableHeader> variables = list(Place.HEADER, Listing.VARIABLE, format.leastVariableBytes(),
                place -> variable(place, dimensions));
        return new Header(format, records, dimensions, attributes, variables, reader.position());
    }

    private <T> List<T> list(Place owner, Listing listing, int leastItemBytes, Item<T> item)
            throws ExodusFormatException {
        long at = reader.position();
        int tag = reader.code(owner, listing.tagField);
        long countAt = reader.position();
        long count = reader.count(owner, listing.lengthField);
        if (tag != listing.tag && (count > 0 || tag != ABSENT_TAG)) {
            String problem = "%s list of length %d has tag 0x%X where 0x%X is expected".formatted(listing.item, count,
                    tag, listing.tag);
            if (count > 0) {
                throw reader.corrupt(owner, at, problem);
            }
            findings.add(Severity.WARNING, FindingCode.UNEXPECTED_TAG, owner.path().isEmpty() ? "header" : owner.path(),
                    problem + "; taken for an empty list");
        }
        if (count == 0) {
            return List.of();
        }
        reader.requireDeclared(owner, countAt, listing.listField, count, listing.items, leastItemBytes);
        List<T> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(item.read(owner.item(listing.item, i)));
        }
        return items;
    }

    private List<Dimension> dimensions() throws ExodusFormatException {
        return list(Place.HEADER, Listing.DIMENSION, format.leastDimensionBytes(), unnamed -> {
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
        List<Attribute> attributes = list(owner, Listing.ATTRIBUTE, format.leastAttributeBytes(), unnamed -> {
            Place place = named(unnamed);
            ElementType type = type(place);
            long at = reader.position();
            long length = reader.count(place, "length");
            reader.requireDeclared(place, at, "attribute", length, "values of type " + type.label(), type.byteSize());
            Attribute attribute = new Attribute(memory, place.name(), type, length, reader.position());
            reader.skipPadded(place, "values", length * type.byteSize());
            return attribute;
        });
        return NamedList.of(attributes, Attribute::name, owner, findings);
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
        return Collections.unmodifiableList(own);
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
        if (Names.isPlain(stored)) {
            return place.named(new String(stored, StandardCharsets.ISO_8859_1));
        }
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
