package dev.exodusii.cli.show;

import dev.exodusii.Entity;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideSet;
import dev.exodusii.cli.address.Address;
import dev.exodusii.cli.address.Entities;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.cli.address.NamedAttributes;
import dev.exodusii.cli.show.Facts.Value;
import dev.exodusii.cli.show.Facts.Whole;
import dev.exodusii.cli.show.Facts.Word;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import java.util.List;

/// Facts about the real numbers that entries carry all the time: attributes and distribution factors.
final class Carried {

    private static final List<String> HEADINGS = List.of("ATTRIBUTE", "MIN", "MAX", "NOT FINITE");

    private Carried() {}

    static Facts of(ExodusFile file, NamedAttributes named) {
        Facts about = new Facts(named.address(file));
        about.word("of", "of", named.owner().map(entity -> called(file, entity)).orElse("all nodes"));
        about.ifReadable(() -> {
            RealView first = named.attributes().attribute(named.chosen().getFirst());
            about.word("type", "type", first.type().label()).count("size", "values each", first.size())
                    .count("bytes", "bytes", named.chosen().size() * first.size() * first.type().byteSize());
            about.table("attributes", HEADINGS, named.chosen().stream().map(index ->
                    range(named.heading(index), named.attributes().attribute(index))).toList());
        });
        return about;
    }

    static Facts of(ExodusFile file, EntitySet set) {
        Facts about = new Facts(Address.OfFactors.address(file, set));
        about.word("of", "of", called(file, set));
        about.ifReadable(() -> {
            RealView factors = set.distributionFactors();
            about.word("type", "type", factors.type().label()).count("size", "values", factors.size())
                    .word("for", "for", owner(set, factors.size())).count("bytes", "bytes", factors.size()
                            * factors.type().byteSize());
            MinMax range = factors.minMax();
            about.real("min", "min", range.min()).real("max", "max", range.max())
                    .count("notFinite", "not finite", range.nans() + range.infinites());
        });
        return about;
    }

    private static String owner(EntitySet set, long count) {
        if (count == set.size()) {
            return "each " + (set instanceof SideSet ? "side" : Entry.of(set.kind()).orElseThrow().label());
        }
        return set instanceof SideSet sides && sides.faces().totalNodeCount() == count ? "each node of each side"
                : "nothing known: there are " + set.size() + " entries";
    }

    private static String called(ExodusFile file, Entity entity) {
        return Entities.address(file, entity) + (entity.name().isEmpty() ? "" : " '" + entity.name() + "'");
    }

    private static List<Value> range(String name, RealView values) {
        MinMax range = values.minMax();
        return List.of(new Word(name), Facts.Real.of(range.min()), Facts.Real.of(range.max()),
                new Whole(range.nans() + range.infinites(), true));
    }
}
