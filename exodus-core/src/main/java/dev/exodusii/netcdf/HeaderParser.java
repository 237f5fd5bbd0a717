package dev.exodusii.netcdf;

import dev.exodusii.diagnostic.ExodusFormatException;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.view.ElementType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final NamedList.Naming<Attribute> ATTRIBUTE_NAMES = (attributes, index) -> attributes.get(index).name();

    private final Memory memory;
    private final ContainerFormat format;
    private final Findings findings;
    private final HeaderReader reader;
    private final NamedList<Attribute> noAttributes;
    private @Nullable String recordDimension;

    private HeaderParser(Memory memory, ContainerFormat format, Findings findings) {
        this.memory = memory;
        this.format = format;
        this.findings = findings;
        this.reader = new HeaderReader(memory.segment(), memory.name(), format, MAGIC_BYTES);
        this.noAttributes = new NamedList<>(List.of(), ATTRIBUTE_NAMES, Place.HEADER, findings);
    }

    static Header parse(Memory memory, ContainerFormat format, Findings findings) throws ExodusFormatException {
        return new HeaderParser(memory, format, findings).header();
    }

    private Header header() throws ExodusFormatException {
        long records = reader.recordCount();
        DimensionList dimensions = dimensions();
        NamedList<Attribute> attributes = attributes(Place.HEADER);
        List<VariableHeader> variables = new ArrayList<>();
        readList(Place.HEADER, Listing.VARIABLE, format.leastVariableBytes(),
                place -> variables.add(variable(place, dimensions)));
        return new Header(format, records, dimensions, attributes, variables, reader.position());
    }

    private void readList(Place owner, Listing listing, int leastItemBytes, Item item) throws ExodusFormatException {
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
        if (count > 0) {
            reader.requireDeclared(owner, countAt, listing.listField, count, listing.items, leastItemBytes);
        }
        for (int i = 0; i < count; i++) {
            item.read(owner.item(listing.item, i));
        }
    }

    private DimensionList dimensions() throws ExodusFormatException {
        DimensionList.Builder dimensions = new DimensionList.Builder();
        readList(Place.HEADER, Listing.DIMENSION, format.leastDimensionBytes(), unnamed -> {
            long nameAt = reader.position();
            Place place = named(unnamed);
            long at = reader.position();
            long length = reader.count(place, "length");
            if (length == 0) {
                if (recordDimension != null) {
                    throw reader.corrupt(place, at, "length is 0, which marks the record dimension, but "
                            + Names.quote(recordDimension) + " is that already");
                }
                recordDimension = place.name();
            }
            if (!dimensions.add(place.name(), length)) {
                throw reader.corrupt(place, nameAt, "the names of the dimensions up to here take more than the "
                        + HeaderReader.MAX_PART_BYTES + " bytes that are accepted");
            }
        });
        return dimensions.build();
    }

    private NamedList<Attribute> attributes(Place owner) throws ExodusFormatException {
        List<Attribute> attributes = new ArrayList<>();
        readList(owner, Listing.ATTRIBUTE, format.leastAttributeBytes(), unnamed -> {
            Place place = named(unnamed);
            ElementType type = type(place);
            long at = reader.position();
            long length = reader.count(place, "length");
            reader.requireDeclared(place, at, "attribute", length, "values of type " + type.label(), type.byteSize());
            attributes.add(new Attribute(memory, place.name(), type, length, reader.position()));
            reader.skipPadded(place, "values", length * type.byteSize());
        });
        return attributes.isEmpty() ? noAttributes
                : new NamedList<>(List.copyOf(attributes), ATTRIBUTE_NAMES, owner, findings);
    }

    private VariableHeader variable(Place unnamed, DimensionList dimensions) throws ExodusFormatException {
        Place place = named(unnamed);
        int[] own = dimensionsOf(place, dimensions);
        NamedList<Attribute> attributes = attributes(place);
        long typeAt = reader.position();
        ElementType type = type(place);
        long slabBytes = slabBytes(place, typeAt, dimensions, own, type);
        long sizeField = reader.unsigned(place, "size field");
        long beginAt = reader.position();
        long begin = reader.begin(place);
        boolean isRecord = own.length > 0 && dimensions.isRecord(own[0]);
        VariableHeader variable = new VariableHeader(place.index(), place.name(), own, isRecord, attributes, type, begin,
                beginAt, slabBytes);
        checkSizeField(variable, sizeField);
        return variable;
    }

    private int[] dimensionsOf(Place place, DimensionList dimensions) throws ExodusFormatException {
        long at = reader.position();
        long rank = reader.count(place, "number of dimensions");
        reader.requireDeclared(place, at, "variable", rank, "dimensions", format.countBytes(), MAX_RANK);
        int[] own = new int[(int) rank];
        for (int d = 0; d < rank; d++) {
            long idAt = reader.position();
            long id = reader.count(place, "dimension id");
            if (id >= dimensions.size()) {
                throw reader.corrupt(place, idAt, "dimension id is " + id + ", but the file has "
                        + dimensions.size() + " dimensions, counted from 0");
            }
            own[d] = (int) id;
            if (dimensions.isRecord(own[d]) && d > 0) {
                throw reader.corrupt(place, idAt, "the record dimension " + Names.quote(dimensions.name(own[d]))
                        + " can only be the first of a variable, not dimension " + d + " counted from 0");
            }
        }
        return own;
    }

    private long slabBytes(Place place, long at, DimensionList dimensions, int[] own, ElementType type)
            throws ExodusFormatException {
        long bytes = type.byteSize();
        try {
            for (int dimension : own) {
                bytes = Math.multiplyExact(bytes, dimensions.isRecord(dimension) ? 1 : dimensions.length(dimension));
            }
            // Room for the padding, so that no later sum of one slab overflows.
            Math.addExact(bytes, 3);
            return bytes;
        } catch (ArithmeticException overflow) {
            throw reader.corrupt(place, at, "its dimensions make more bytes than a file can hold: "
                    + NearMatches.list(Arrays.stream(own).mapToLong(dimensions::length).mapToObj(String::valueOf).toList()));
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
    private interface Item {
        void read(Place place) throws ExodusFormatException;
    }
}
