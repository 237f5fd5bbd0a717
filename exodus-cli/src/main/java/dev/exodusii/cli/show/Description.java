package dev.exodusii.cli.show;

import dev.exodusii.Assembly;
import dev.exodusii.Blob;
import dev.exodusii.Block;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.NumberMap;
import dev.exodusii.Property;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.Address;
import dev.exodusii.cli.address.Entities;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.address.Words;
import dev.exodusii.cli.info.AttributeValues;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.show.Facts.Id;
import dev.exodusii.cli.show.Facts.Real;
import dev.exodusii.cli.show.Facts.Reals;
import dev.exodusii.cli.show.Facts.Value;
import dev.exodusii.cli.show.Facts.Whole;
import dev.exodusii.cli.show.Facts.Word;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Page;
import dev.exodusii.cli.text.Text;
import dev.exodusii.view.IntegerRange;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// Everything about one thing in a file.
public final class Description {

    private final ExodusFile file;
    private final Optional<Moment> moment;
    private final Facts facts;

    private Description(ExodusFile file, Optional<Moment> moment, Address address) {
        this.file = file;
        this.moment = moment;
        this.facts = switch (address) {
            case Address.OfEntry entry -> new Mesh(file, moment).of(entry.entry(), entry.index());
            case Address.OfEntity entity -> entity(entity.entity());
            case Address.OfAttributes attributes -> Carried.of(file, attributes.attributes());
            case Address.OfFactors factors -> Carried.of(file, factors.set());
            case Address.OfVariable variable -> variable(variable.variable());
            case Address.OfPart part -> part(part.part());
        };
    }

    /// Describes something.
    ///
    /// @param file    the file
    /// @param address what is described
    /// @param moment  when values are told; nothing in a file without steps
    /// @return the description
    public static Description of(ExodusFile file, Address address, Optional<Moment> moment) {
        return new Description(file, moment, address);
    }

    /// Draws the description.
    ///
    /// @param page  the room there is
    /// @param isAll whether tables are shown in full
    /// @return the lines
    public List<Text> lines(Page page, boolean isAll) {
        return facts.lines(page, isAll);
    }

    /// Writes the description.
    ///
    /// @param json where it goes: an object that is open
    public void write(Json json) {
        facts.write(json);
    }

    private Facts entity(Entity entity) {
        Facts about = new Facts(entity.toString());
        about.id("id", "id", entity.id()).name(entity.name())
                .whole("index", "index", entity.index());
        if (entity.isNull()) {
            about.word("state", "state", "a placeholder: nothing is in it in this part of a decomposed mesh");
        }
        about.ifReadable(() -> {
            switch (entity) {
                case Block block -> block(about, block);
                case SideSet sides -> sides(about, sides);
                case EntitySet set -> set(about, set);
                case NumberMap map -> {
                    about.count("size", Entry.of(map.kind()).orElseThrow().label() + "s", map.size());
                    idRange(about, "values", map.values());
                }
                case Assembly assembly -> assembly(about, assembly);
                case Blob blob -> about.count("size", "size", blob.size());
            }
        });
        properties(about, entity);
        about.words("metadata", "metadata", entity.metadata().stream().map(AttributeValues::describe).toList());
        about.words("fields", "fields", entity.fields().stream().map(field -> field.name()).toList());
        stored(about, entity);
        return about;
    }

    private void block(Facts about, Block block) {
        Entry entry = Entry.of(block.kind()).orElseThrow();
        about.count("size", entry.label() + "s", block.size()).word("type", "type", block.elementType())
                .word("shape", "shape", block.topology().name());
        if (block.size() > 0) {
            long last = block.firstIndex() + block.size() - 1;
            // The blocks of a damaged file may hold more than the mesh.
            if (last < entry.ids(file).size()) {
                about.idRange("ids", "ids", entry.ids(file).id(block.firstIndex()), entry.ids(file).id(last));
            }
            about.range("indexes", "indexes", block.firstIndex(), last);
        }
        if (!block.isJagged()) {
            about.whole("nodesPerEntry", "nodes each", block.nodesPerEntry());
            if (block.nodesPerEntry() > 0 && block.size() > 0) {
                IntegerRange numbers = block.connectivity().minMax();
                about.range("nodeNumbers", "node numbers", numbers.min(), numbers.max());
                about.count("bytes", "bytes", block.connectivity().size() * block.connectivity().type().byteSize());
            }
        }
        List<List<Value>> rows = new ArrayList<>();
        var attributes = block.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            MinMax range = attributes.values().column(i).minMax();
            rows.add(List.of(new Word(attributes.labels().get(i)), Real.of(range.min()), Real.of(range.max())));
        }
        about.table("attributes", List.of("ATTRIBUTE", "MIN", "MAX"), rows);
    }

    private void set(Facts about, EntitySet set) {
        Entry entry = Entry.of(set.kind()).orElseThrow();
        about.count("size", entry.label() + "s", set.size());
        range(about, "numbers", set.entries());
        about.ids("first", "first ids", set.entries().stream().limit(12)
                .mapToObj(number -> Mesh.name(entry.ids(file), number)).toList());
        factors(about, set);
    }

    private void sides(Facts about, SideSet set) {
        about.count("size", "sides", set.size());
        range(about, "elements", set.elements());
        var kinds = new TreeMap<String, Long>();
        for (long i = 0; i < set.size(); i++) {
            long side = set.sides().get(i);
            String kind = set.faces().block(i).map(block -> block.topology().name()).orElse("?") + " side " + side;
            kinds.merge(kind, 1L, Long::sum);
        }
        about.table("sides", List.of("SIDES OF", "COUNT"), kinds.entrySet().stream()
                .map(kind -> List.<Value>of(new Word(kind.getKey()), new Whole(kind.getValue(), true))).toList());
        factors(about, set);
    }

    private static void range(Facts about, String key, IntegerView values) {
        if (!values.isEmpty()) {
            IntegerRange range = values.minMax();
            about.range(key, key, range.min(), range.max());
        }
    }

    private static void idRange(Facts about, String key, IntegerView values) {
        if (!values.isEmpty()) {
            IntegerRange range = values.minMax();
            about.idRange(key, key, range.min(), range.max());
        }
    }

    private static void factors(Facts about, EntitySet set) {
        if (set.hasDistributionFactors()) {
            RealView factors = set.distributionFactors();
            MinMax range = factors.minMax();
            about.word("factors", "factors", Numbers.grouped(factors.size()) + (range.min() == range.max()
                    ? ", all " + Numbers.real(range.min())
                    : ", " + Numbers.real(range.min()) + " .. " + Numbers.real(range.max())));
        } else {
            about.word("factors", "factors", "none stored, all 1");
        }
    }

    private void assembly(Facts about, Assembly assembly) {
        about.count("size", "size", assembly.size());
        about.word("memberKind", "members", assembly.memberKind().map(EntityKind::plural).orElse("of an unknown kind"));
        about.table("members", List.of("MEMBER", "NAME", "SIZE"), assembly.members().stream().map(member ->
                List.<Value>of(new Word(Entities.address(file, member)), new Word(member.name()),
                        new Whole(member.size(), true))).toList());
        about.words("leaves", "in the end", assembly.leaves().stream()
                .map(leaf -> Entities.address(file, leaf)).toList());
    }

    private void properties(Facts about, Entity entity) {
        for (Property property : file.properties(entity.kind())) {
            if (!property.name().equals("ID") && entity.index() < property.values().size()) {
                about.whole("property " + property.name(), "property " + property.name(),
                        property.values().get(entity.index()));
            }
        }
    }

    private void stored(Facts about, Entity entity) {
        List<String> names = file.variables(entity.kind()).names();
        List<TimeSeries> own = entity.variables();
        about.words("variables", "variables", own.stream().map(TimeSeries::name).toList());
        List<String> missing = new ArrayList<>(names);
        own.forEach(series -> missing.remove(series.name()));
        about.words("variablesNotHere", "not here", missing);
        if (moment.isPresent()) {
            about.table("reductions", List.of("OF THE WHOLE", "VALUE"), entity.reductionVariables().stream()
                    .map(series -> List.<Value>of(new Word(series.name()),
                            Real.of(series.get(moment.get().step(), 0)))).toList());
        }
    }

    private Facts variable(NamedVariable variable) {
        Facts about = new Facts(variable.address());
        TimeSeries first = variable.parts().getFirst().series();
        about.word("name", "name", variable.name()).word("kind", "kind", variable.kind().label()
                + (variable.isReduction() ? ", one value for each" : ""))
                .word("type", "type", first.values().type().label()).count("steps", "steps", first.steps())
                .count("size", "values a step", variable.size());
        long bytes = variable.parts().stream().mapToLong(part -> part.series().size()
                * part.series().values().type().byteSize()).sum();
        about.count("bytes", "bytes", bytes * first.steps()).count("bytesPerStep", "bytes a step", bytes);
        moment.ifPresent(at -> about.ifReadable(() -> {
            List<List<Value>> rows = new ArrayList<>();
            for (NamedVariable.Part part : variable.parts()) {
                MinMax range = part.series().step(at.step()).minMax();
                rows.add(List.of(new Word(part.entity().map(entity -> Entities.address(file, entity))
                        .orElse("all")), new Word(part.entity().map(Entity::name).orElse("")),
                        new Whole(part.series().size(), true), Real.of(range.min()), Real.of(range.max())));
            }
            about.table("places", List.of("ON", "NAME", "VALUES", "MIN AT STEP " + at.step(), "MAX"), rows);
        }));
        if (variable.parts().getFirst().entity().isPresent()) {
            about.words("notOn", "not on", file.entities(variable.kind()).stream()
                    .filter(entity -> variable.parts().stream().noneMatch(part -> part.entity().get().equals(entity)))
                    .map(entity -> Entities.address(file, entity)).toList());
        }
        return about;
    }

    private Facts part(Address.Part part) {
        Facts about = new Facts(part.word());
        about.ifReadable(() -> {
            switch (part) {
                case QA -> about.table("records", List.of("CODE", "VERSION", "DATE", "TIME"), file.qaRecords().stream()
                        .map(record -> List.<Value>of(new Word(record.code()), new Word(record.version()),
                                new Word(record.date()), new Word(record.time()))).toList());
                case INFO -> about.count("lines", "lines", file.infoRecordCount()).table("text", List.of("TEXT"),
                        file.infoRecords().stream().map(line -> List.<Value>of(new Word(line))).toList());
                case COORD -> coordinates(about);
                case TIME -> times(about);
                case FRAMES -> frames(about);
                case NODEIDS -> ids(about, Entry.NODE);
                case ELEMIDS -> ids(about, Entry.ELEMENT);
                case EDGEIDS -> ids(about, Entry.EDGE);
                case FACEIDS -> ids(about, Entry.FACE);
                case ORDER -> file.elementOrder().ifPresentOrElse(order -> range(about, "numbers", order),
                        () -> about.word("state", "state", "not stored"));
            }
        });
        return about;
    }

    private void coordinates(Facts about) {
        about.count("nodes", "nodes", file.nodeCount()).whole("dimension", "dimension", file.dimension());
        List<List<Value>> rows = new ArrayList<>();
        for (int axis = 0; axis < file.coordinates().dimension(); axis++) {
            if (file.coordinates().isStored(axis)) {
                MinMax range = file.coordinates().axis(axis).minMax();
                rows.add(List.of(new Word(Words.axes(file).get(axis)), Real.of(range.min()), Real.of(range.max()),
                        new Whole(range.nans() + range.infinites(), true)));
            }
        }
        about.table("axes", List.of("AXIS", "MIN", "MAX", "NOT FINITE"), rows);
    }

    private void frames(Facts about) {
        about.table("frames", List.of("ID", "KIND", "ORIGIN", "ON AXIS 3", "IN PLANE 1-3"), file.coordinateFrames().stream()
                .map(frame -> List.<Value>of(new Id(frame.id()), new Word(frame.kind().name()
                        .toLowerCase(Locale.ROOT)), new Reals(frame.origin()), new Reals(frame.axis3()),
                        new Reals(frame.plane13()))).toList());
    }

    private void times(Facts about) {
        long steps = file.times().steps();
        about.count("steps", "steps", steps);
        if (steps == 0) {
            return;
        }
        about.real("first", "first", file.times().time(0)).real("last", "last", file.times().time(steps - 1));
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (long step = 1; step < steps; step++) {
            double gap = file.times().time(step) - file.times().time(step - 1);
            least = Math.min(least, gap);
            most = Math.max(most, gap);
        }
        if (steps > 1) {
            about.real("smallestGap", "smallest gap", least).real("largestGap", "largest gap", most);
            about.word("order", "order", least > 0 ? "increasing" : least == 0 ? "stands still" : "goes backwards");
        }
    }

    private void ids(Facts about, Entry entry) {
        var ids = entry.ids(file);
        about.count("size", entry.label() + "s", ids.size());
        about.word("state", "state", ids.stored().isPresent() ? "stored" : "not stored: 1, 2, 3 ...");
        ids.stored().ifPresent(stored -> idRange(about, "ids", stored));
    }
}
