package dev.exodusii;

import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.IntegerView;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Reads which entities of a kind there are: ids, status and names (`exodus-format` §2.7, §2.13).
final class Directory {

    /// What NOFILL-less writers leave in an id array that was never filled.
    private static final long FILL_INT = -2147483647L;
    private static final long FILL_INT64 = -9223372036854775806L;

    private static final long MAX_ENTITIES = 1 << 24;

    private final Storage storage;

    Directory(Storage storage) {
        this.storage = storage;
    }

    List<EntityHeader> read(EntityKind kind) {
        return switch (kind) {
            case GLOBAL, NODAL, COORDINATE -> List.of();
            case ASSEMBLY, BLOB -> readById(kind.convention());
            default -> readByPosition(kind.convention());
        };
    }

    private List<EntityHeader> readByPosition(Convention convention) {
        Optional<IntegerView> ids = storage.integers(convention.ids() + 1);
        int count = count(convention, ids);
        Optional<IntegerView> status = storage.integers(convention.status()).filter(all -> all.size() == count);
        List<String> names = count == 0 ? List.of() : storage.names(convention.names(), count);
        boolean isMap = convention.size().isEmpty();
        long[] sizes = new long[isMap ? 0 : count];
        BitSet nulls = new BitSet(count);
        List<String> undefined = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            String suffix = Integer.toString(index + 1);
            long size = isMap ? 0 : size(convention, suffix);
            boolean isEmpty = !isMap && size == 0 && storage.variable(convention.entries() + suffix).isEmpty();
            boolean isNull = isEmpty || status.isPresent() && status.get().get(index) == 0;
            nulls.set(index, isNull);
            if (!isMap) {
                sizes[index] = isNull ? 0 : size;
            }
            if (ids.isPresent() && isUndefined(ids.get().get(index), isEmpty)) {
                undefined.add(suffix);
            }
        }
        if (!undefined.isEmpty()) {
            storage.report(Severity.WARNING, FindingCode.UNDEFINED_ENTITY, convention.ids() + 1,
                    "the writer never gave an id to entry " + NearMatches.list(undefined));
        }
        // Made one by one when they are asked for, since there may be a million.
        return new AbstractList<>() {
            @Override
            public EntityHeader get(int index) {
                return new EntityHeader(index, ids.isPresent() ? ids.get().get(index) : index + 1, names.get(index),
                        Integer.toString(index + 1), nulls.get(index), isMap ? 0 : sizes[index]);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    /// The entity's own dimension counts its entries; foreign files may lack it and only have the list.
    private long size(Convention convention, String suffix) {
        return storage.container().dimension(convention.size() + suffix).map(Dimension::length)
                .orElseGet(() -> storage.variable(convention.entries() + suffix)
                        .filter(stored -> stored.rank() > 0).map(stored -> stored.shape()[0]).orElse(0L));
    }

    /// The reference library fills id arrays with -1 before it writes; without that they hold the netCDF fill value.
    static boolean isUndefined(long id, boolean isEmpty) {
        return id == FILL_INT || id == FILL_INT64 || id == -1 && isEmpty;
    }

    /// Entities are counted by a dimension, but never believed in without a trace of them: a hostile file can declare
    /// billions in a few bytes.
    private int count(Convention convention, Optional<IntegerView> ids) {
        long declared = storage.length(convention.count());
        if (declared == 0) {
            return 0;
        }
        long plausible = ids.map(IntegerView::size).orElseGet(() -> highestNumber(convention));
        if (declared == plausible) {
            return Math.toIntExact(Math.min(declared, MAX_ENTITIES));
        }
        long used = Math.min(declared, plausible);
        storage.report(Severity.WARNING, FindingCode.COUNT_MISMATCH, convention.count(), "declares " + declared
                + " entities but the file shows " + plausible + "; " + used + " are used");
        return Math.toIntExact(Math.min(used, MAX_ENTITIES));
    }

    /// Without an id array the highest number in a dimension's or variable's name tells how many there are.
    private long highestNumber(Convention convention) {
        long highest = 0;
        for (Dimension dimension : storage.container().dimensions()) {
            highest = Math.max(highest, number(dimension.name(), convention.size()));
        }
        for (Variable variable : storage.container().variables()) {
            highest = Math.max(highest, number(variable.name(), convention.entries()));
        }
        return highest;
    }

    private static long number(String name, String prefix) {
        if (prefix.isEmpty() || !name.startsWith(prefix) || name.length() - prefix.length() > 9) {
            return 0;
        }
        return parse(name.substring(prefix.length())).filter(value -> value > 0).orElse(0L);
    }

    private List<EntityHeader> readById(Convention convention) {
        List<EntityHeader> headers = new ArrayList<>();
        for (Variable variable : storage.container().variables()) {
            if (!variable.name().startsWith(convention.entries())) {
                continue;
            }
            String suffix = variable.name().substring(convention.entries().length());
            Optional<Long> id = parse(suffix);
            if (id.isPresent()) {
                String name = variable.attribute("_name").flatMap(Attribute::text).orElse("");
                headers.add(new EntityHeader(headers.size(), variable.attribute("_id").map(a -> a.integer()
                        .orElse(id.get())).orElse(id.get()), name, suffix, false, size(convention, suffix)));
            }
        }
        return headers;
    }

    /// Ids are signed 64-bit numbers; some programs print them unsigned.
    private static Optional<Long> parse(String digits) {
        if (!isNumber(digits)) {
            return Optional.empty();
        }
        try {
            return Optional.of(digits.startsWith("-") ? Long.parseLong(digits) : Long.parseUnsignedLong(digits));
        } catch (NumberFormatException notAnId) {
            return Optional.empty();
        }
    }

    /// Most names that begin like those of entities are others, and an exception for each would take long.
    private static boolean isNumber(String digits) {
        int start = digits.startsWith("-") ? 1 : 0;
        for (int i = start; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return digits.length() > start;
    }
}
