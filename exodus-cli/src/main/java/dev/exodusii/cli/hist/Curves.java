package dev.exodusii.cli.hist;

import dev.exodusii.Block;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Entry;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.cli.address.Words;
import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.geometry.ElementPoint;
import dev.exodusii.geometry.NearestNode;
import dev.exodusii.geometry.PointLocator;
import dev.exodusii.view.IntegerView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the curves that a user has asked for: each variable at each of the places where there can be such a variable.
public final class Curves {

    private final ExodusFile file;
    private final PointLocator locator;
    private final Map<String, NearestNode> nodes = new HashMap<>();
    private final Map<String, ElementPoint> elements = new HashMap<>();

    private Curves(ExodusFile file, PointLocator locator) {
        this.file = file;
        this.locator = locator;
    }

    /// Finds curves.
    ///
    /// @param file      the file
    /// @param variables the variables as typed
    /// @param places    the places as typed
    /// @param locator   who looks for points
    /// @return at least one curve: variables in the order in which they were typed, and the places of each
    /// @throws AbsentException when one of these names is wrong, or a variable or place is left over
    public static List<Curve> find(ExodusFile file, List<String> variables, List<String> places, PointLocator locator) {
        return new Curves(file, locator).find(variables, places.stream().map(text -> Place.parse(file, text)).toList());
    }

    private List<Curve> find(List<String> variables, List<Place> places) {
        Map<String, Curve> curves = new LinkedHashMap<>();
        Set<Place> used = new LinkedHashSet<>();
        for (String typed : variables) {
            List<NamedVariable> found = VariablePattern.parse(typed).require(file);
            List<Curve> here = new ArrayList<>();
            Set<Place> tried = new LinkedHashSet<>();
            for (NamedVariable variable : found) {
                if (!needsPlace(variable)) {
                    here.addAll(withoutPlace(variable, places, used));
                    continue;
                }
                for (Place place : places) {
                    if (fits(variable.kind(), place)) {
                        tried.add(place);
                        used.add(place);
                        here.addAll(at(variable, place));
                    }
                }
            }
            if (here.isEmpty() && !found.isEmpty()) {
                throw nothing(found.getFirst(), tried, places);
            }
            // Two addresses may mean the same node, and two patterns the same variable.
            here.forEach(curve -> curves.putIfAbsent(curve.variable().address() + "@" + curve.place() + "#"
                    + curve.index(), curve));
        }
        for (Place place : places) {
            if (!used.contains(place)) {
                throw AbsentException.syntax("none of the variables is on '" + place.text() + "'", Place.SPELLING);
            }
        }
        return List.copyOf(curves.values());
    }

    private static boolean needsPlace(NamedVariable variable) {
        return variable.kind() != EntityKind.GLOBAL && !variable.isReduction();
    }

    private static List<Curve> withoutPlace(NamedVariable variable, List<Place> places, Set<Place> used) {
        List<Curve> curves = new ArrayList<>();
        List<Place.OfEntity> wanted = places.stream().filter(Place.OfEntity.class::isInstance)
                .map(Place.OfEntity.class::cast).filter(place -> place.entity().kind() == variable.kind()).toList();
        for (NamedVariable.Part part : variable.parts()) {
            List<Place.OfEntity> here = wanted.stream().filter(place -> part.entity().filter(
                    entity -> entity.equals(place.entity())).isPresent()).toList();
            used.addAll(here);
            if (wanted.isEmpty() || !here.isEmpty()) {
                curves.add(Curve.of(variable, part.series(), part.entity().map(Curves::word).orElse(""), 0,
                        Optional.empty()));
            }
        }
        return curves;
    }

    private static String word(Entity entity) {
        return Words.ofEntity(entity.kind()) + ":" + entity.id();
    }

    private static boolean isBlock(EntityKind kind) {
        return kind == EntityKind.ELEMENT_BLOCK || kind == EntityKind.EDGE_BLOCK || kind == EntityKind.FACE_BLOCK;
    }

    /// The entries that a variable of a kind has values for; side sets are asked by the elements of their sides.
    private static Optional<Entry> entry(EntityKind kind) {
        return kind == EntityKind.SIDE_SET ? Optional.of(Entry.ELEMENT) : Entry.of(kind);
    }

    private static boolean fits(EntityKind kind, Place place) {
        return switch (place) {
            case Place.OfEntry named -> entry(kind).filter(named.entry()::equals).isPresent();
            case Place.OfEntity named -> named.entity().kind() == kind || named.entity() instanceof EntitySet
                    && (kind == EntityKind.NODAL || isBlock(kind))
                    && Entry.of(named.entity().kind()).equals(entry(kind)) && entry(kind).isPresent();
            case Place.OfPoint _ -> kind == EntityKind.NODAL || kind == EntityKind.ELEMENT_BLOCK;
            case Place.OfIndex _ -> true;
        };
    }

    private List<Curve> at(NamedVariable variable, Place place) {
        return switch (place) {
            case Place.OfEntry named -> at(variable, named.index(), Optional.empty());
            case Place.OfPoint point -> variable.kind() == EntityKind.NODAL ? atNode(variable, point)
                    : atElement(variable, point);
            case Place.OfEntity named when named.entity().kind() == variable.kind() -> inSet(variable, named.entity());
            case Place.OfEntity named -> {
                List<Curve> curves = new ArrayList<>();
                IntegerView entries = ((EntitySet) named.entity()).entryIndexes();
                for (long i = 0; i < entries.size(); i++) {
                    curves.addAll(at(variable, entries.get(i), Optional.empty()));
                }
                yield curves;
            }
            case Place.OfIndex index -> variable.parts().stream()
                    .filter(part -> index.index() < part.series().size())
                    .map(part -> Curve.of(variable, part.series(), (part.entity().isPresent()
                            ? word(part.entity().get()) + "/" : variable.kind() == EntityKind.NODAL ? "node:" : "")
                            + "#" + index.index(), index.index(), Optional.empty())).toList();
        };
    }

    private List<Curve> atNode(NamedVariable variable, Place.OfPoint place) {
        NearestNode nearest = nodes.computeIfAbsent(place.text(), _ -> locator.nearestNode(place.point().in(file))
                .found().orElseThrow(() -> AbsentException.of("NO_MESH", "there is no node near " + place.text(),
                        "no node has finite coordinates")));
        return at(variable, nearest.index(), Optional.of(new Spot(place.text(), label(Entry.NODE, nearest.index()),
                nearest.position(), nearest.distance())));
    }

    private List<Curve> atElement(NamedVariable variable, Place.OfPoint place) {
        ElementPoint nearest = elements.computeIfAbsent(place.text(), _ -> locator
                .nearestElement(place.point().in(file)).found().orElseThrow(() -> AbsentException.of("NO_MESH",
                        "there is no element near " + place.text(), "no element has a shape that is known here")));
        return at(variable, nearest.elementIndex(), Optional.of(new Spot(place.text(), label(Entry.ELEMENT,
                nearest.elementIndex()), nearest.position(), nearest.isInside() ? 0 : nearest.distance())));
    }

    private String label(Entry entry, long index) {
        return entry.word() + ":" + entry.ids(file).idOrNumber(index);
    }

    /// Finds a node, element, edge or face in the parts of a variable.
    private List<Curve> at(NamedVariable variable, long index, Optional<Spot> spot) {
        List<Curve> curves = new ArrayList<>();
        Entry entry = entry(variable.kind()).orElseThrow();
        for (NamedVariable.Part part : variable.parts()) {
            TimeSeries series = part.series();
            if (part.entity().isEmpty()) {
                add(variable, series, label(entry, index), index, spot, curves);
            } else if (part.entity().get() instanceof Block block) {
                if (index >= block.firstIndex() && index - block.firstIndex() < block.size()) {
                    add(variable, series, label(entry, index), index - block.firstIndex(), spot, curves);
                }
            } else if (part.entity().get() instanceof EntitySet set) {
                IntegerView members = set instanceof SideSet sides ? sides.elements() : set.entryIndexes();
                long base = set instanceof SideSet ? 1 : 0;
                for (long i = 0; i < members.size(); i++) {
                    if (members.get(i) - base == index) {
                        String side = set instanceof SideSet sides ? " side " + sides.sides().get(i) : "";
                        add(variable, series, word(set) + "/" + label(entry, index) + side, i, spot, curves);
                    }
                }
            }
        }
        return curves;
    }

    private static void add(NamedVariable variable, TimeSeries series, String place, long index, Optional<Spot> spot,
            List<Curve> curves) {
        if (index < series.size()) {
            curves.add(Curve.of(variable, series, place, index, spot));
        }
    }

    /// All entries of one block or set.
    private static List<Curve> inSet(NamedVariable variable, Entity entity) {
        List<Curve> curves = new ArrayList<>();
        for (NamedVariable.Part part : variable.parts()) {
            if (part.entity().filter(entity::equals).isPresent()) {
                for (long i = 0; i < part.series().size(); i++) {
                    add(variable, part.series(), word(entity) + "/#" + i, i, Optional.empty(), curves);
                }
            }
        }
        return curves;
    }

    private AbsentException nothing(NamedVariable variable, Set<Place> tried, List<Place> places) {
        String what = Words.variableOf(variable.kind()) + " '" + variable.name() + "'";
        if (tried.isEmpty()) {
            String place = entry(variable.kind()).map(entry -> "--at " + entry.word() + ":ID, ").orElse("");
            boolean hasPoints = variable.kind() == EntityKind.NODAL || variable.kind() == EntityKind.ELEMENT_BLOCK;
            String how = "say it with " + place + "--at '#INDEX'" + (hasPoints ? " or --at x,y,z" : "");
            throw places.isEmpty() ? AbsentException.syntax(what + " has many values at each step: where?", how)
                    : AbsentException.of("NOT_ON", what + " has no values at " + String.join(", ",
                            places.stream().map(Place::text).toList()), how);
        }
        String stored = "it exists on " + NearMatches.list(variable.parts().stream()
                .flatMap(part -> part.entity().stream()).map(Curves::word).toList());
        if (isBlock(variable.kind())) {
            for (Place place : tried) {
                Optional<Entity> block = blockOf(variable.kind(), place);
                if (block.isPresent()) {
                    boolean isElsewhere = variable.isPartial();
                    return isElsewhere ? AbsentException.of("NO_SUCH_ENTRY", place.text() + " is in " + word(block.get()),
                            "name it, or leave the '@...' out") : AbsentException.of("TRUTH_TABLE", what
                            + " is not stored on " + word(block.get()) + ", where " + place.text()
                            + " is" + variable.whyNotOn(file, block.get()), stored);
                }
            }
        }
        return AbsentException.of("NO_VALUES", what + " has no values at " + String.join(", ",
                tried.stream().map(Place::text).toList()), variable.kind() == EntityKind.NODAL ? "" : stored);
    }

    private Optional<Entity> blockOf(EntityKind kind, Place place) {
        long index = switch (place) {
            case Place.OfEntry named -> named.index();
            case Place.OfPoint point when elements.containsKey(point.text()) -> elements.get(point.text()).elementIndex();
            case Place.OfPoint _, Place.OfEntity _, Place.OfIndex _ -> -1;
        };
        return file.entities(kind).stream().filter(Block.class::isInstance).map(Block.class::cast)
                .filter(block -> index >= block.firstIndex() && index - block.firstIndex() < block.size())
                .map(Entity.class::cast).findFirst();
    }
}
