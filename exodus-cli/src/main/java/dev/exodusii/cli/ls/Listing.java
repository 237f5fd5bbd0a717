package dev.exodusii.cli.ls;

import dev.exodusii.Assembly;
import dev.exodusii.Blob;
import dev.exodusii.Block;
import dev.exodusii.CoordinateFrame;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.IdMap;
import dev.exodusii.NumberMap;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.Address;
import dev.exodusii.cli.address.Entities;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.cli.address.NamedAttributes;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.cli.address.Words;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.JaggedView;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// Everything in a file that has an address.
public final class Listing {

    private final ExodusFile file;
    private final List<Item> items = new ArrayList<>();

    private Listing(ExodusFile file) {
        this.file = file;
    }

    /// Lists everything: the parts that there is one of, blocks, sets, maps, assemblies, blobs,
    /// distribution factors, attributes, variables.
    ///
    /// @param file the file
    /// @return the items
    public static List<Item> of(ExodusFile file) {
        Listing listing = new Listing(file);
        listing.parts();
        for (EntityKind kind : EntityKind.values()) {
            file.entities(kind).forEach(listing::entity);
        }
        for (EntityKind kind : EntityKind.values()) {
            file.entities(kind).forEach(listing::factors);
        }
        listing.attributes();
        VariablePattern.all(file).forEach(listing::variable);
        return List.copyOf(listing.items);
    }

    /// Lists variables only.
    ///
    /// @param file      the file
    /// @param variables the variables
    /// @return an item for each
    public static List<Item> of(ExodusFile file, List<NamedVariable> variables) {
        Listing listing = new Listing(file);
        variables.forEach(listing::variable);
        return List.copyOf(listing.items);
    }

    private void parts() {
        int stored = 0;
        long bytes = 0;
        for (int axis = 0; axis < file.coordinates().dimension(); axis++) {
            if (file.coordinates().isStored(axis)) {
                stored++;
                bytes += file.coordinates().axis(axis).size() * file.coordinates().axis(axis).type().byteSize();
            }
        }
        if (stored > 0) {
            items.add(new Item("coord", String.join(" ", Words.axes(file)), file.coordinates().axis(0).type().label()
                    + "[" + file.nodeCount() + ", " + stored + "]", file.nodeCount(), "", bytes));
        }
        file.times().stored().ifPresent(times -> items.add(new Item("time", "", times.type().label() + "["
                + times.size() + "]", times.size(), "", times.size() * times.type().byteSize())));
        for (Entry entry : Entry.values()) {
            IdMap ids = entry.ids(file);
            ids.stored().ifPresent(map -> items.add(new Item(entry.word() + "ids", "", integers(map),
                    map.size(), "", bytes(map))));
        }
        file.elementOrder().ifPresent(order -> items.add(new Item("order", "", integers(order), order.size(), "",
                bytes(order))));
        List<CoordinateFrame> frames = file.coordinateFrames();
        if (!frames.isEmpty()) {
            items.add(new Item("frames", "", "frames", frames.size(), "", frames.stream().mapToLong(frame -> 3L
                    * frame.origin().size() * frame.origin().type().byteSize()).sum()));
        }
        if (!file.qaRecords().isEmpty()) {
            items.add(new Item("qa", "", "records", file.qaRecords().size(), "", textBytes("qa_records")));
        }
        if (file.infoRecordCount() > 0) {
            items.add(new Item("info", "", "lines", file.infoRecordCount(), "", textBytes("info_records")));
        }
    }

    private long textBytes(String variable) {
        return stored(() -> file.container().variable(variable).map(texts -> texts.view().count()).orElse(0L));
    }

    private static String integers(IntegerView values) {
        return values.type().label() + "[" + values.size() + "]";
    }

    private static long bytes(IntegerView values) {
        return values.size() * values.type().byteSize();
    }

    private void entity(Entity entity) {
        String what = switch (entity) {
            case Block block -> entity.isNull() ? "empty" : block.topology().name();
            case Assembly assembly -> assembly.memberKind().map(EntityKind::plural).orElse("");
            default -> entity.isNull() ? "empty" : noun(entity.kind());
        };
        items.add(new Item(Entities.address(file, entity), entity.name(), what, entity.size(), "",
                stored(() -> bytes(entity))));
    }

    private static String noun(EntityKind kind) {
        return kind == EntityKind.SIDE_SET ? "sides" : Entry.of(kind).map(entry -> entry.label() + "s").orElse("");
    }

    private static long stored(LongSupplier bytes) {
        try {
            return bytes.getAsLong();
        } catch (DamagedDataException e) {
            return 0;
        }
    }

    private static long bytes(Entity entity) {
        if (entity.isNull() || entity.size() == 0) {
            return 0;
        }
        return switch (entity) {
            case Block block when block.isJagged() -> {
                JaggedView lists = block instanceof ElementBlock elements
                        && block.topology().family() == Family.NFACED ? elements.polyhedra() : block.polygons();
                yield bytes(lists.values()) + bytes(lists.lengths());
            }
            case Block block -> block.connectivity().size() * block.connectivity().type().byteSize();
            case SideSet sides -> bytes(sides.elements()) + bytes(sides.sides());
            case EntitySet set -> bytes(set.entries());
            case NumberMap map -> map.isStored() ? bytes(map.values()) : 0;
            case Assembly assembly -> bytes(assembly.memberIds());
            case Blob _ -> 0;
        };
    }

    private void factors(Entity entity) {
        if (entity instanceof EntitySet set && set.hasDistributionFactors()) {
            reals(Address.OfFactors.address(file, set), "", set.distributionFactors());
        }
    }

    private void attributes() {
        for (NamedAttributes named : NamedAttributes.all(file)) {
            named.chosen().forEach(index -> reals(named.address(file, index), named.heading(index),
                    named.attributes().attribute(index)));
        }
    }

    private void reals(String address, String name, RealView values) {
        items.add(new Item(address, name, values.type().label() + "[" + values.size() + "]", values.size(), "",
                values.size() * values.type().byteSize()));
    }

    private void variable(NamedVariable variable) {
        TimeSeries first = variable.parts().getFirst().series();
        int all = file.entities(variable.kind()).size();
        String places = variable.parts().getFirst().entity().isEmpty() ? ""
                : variable.parts().size() + " of " + all;
        long bytes = variable.parts().stream().mapToLong(part -> part.series().size() * part.series().steps()
                * part.series().values().type().byteSize()).sum();
        items.add(new Item(variable.address(), variable.name(), first.values().type().label() + "[" + first.steps()
                + ", " + variable.size() + "]", variable.size(), places, bytes));
    }
}
