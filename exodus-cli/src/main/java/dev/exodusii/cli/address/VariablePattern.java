package dev.exodusii.cli.address;

import dev.exodusii.CompositeVariable;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.diagnostic.NearMatches;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names variables: `nodal/disp_y`, `elem/stress_*@block:1`, `/stress_(xx|yy)/`, or just `disp_y`.
///
/// What stands before the slash is the kind of variable, and all kinds where it is left out. The name may be a glob or a
/// regular expression; the shared name of a vector or tensor means all its components. What stands behind the `@` is
/// the block or set, by id, name or `#index`.
public final class VariablePattern {

    /// What stands behind the kind's word for variables with one value for each whole entity.
    static final String REDUCTION = "-reduction";

    /// The kinds in the order in which variables are listed.
    private static final List<EntityKind> KINDS = List.of(EntityKind.GLOBAL, EntityKind.NODAL,
            EntityKind.ELEMENT_BLOCK, EntityKind.EDGE_BLOCK, EntityKind.FACE_BLOCK, EntityKind.NODE_SET,
            EntityKind.EDGE_SET, EntityKind.FACE_SET, EntityKind.SIDE_SET, EntityKind.ELEMENT_SET,
            EntityKind.ASSEMBLY, EntityKind.BLOB);

    private final String text;
    private final Optional<EntityKind> kind;
    private final boolean isReduction;
    private final String name;

    private VariablePattern(String text, Optional<EntityKind> kind, boolean isReduction, String name) {
        this.text = text;
        this.kind = kind;
        this.isReduction = isReduction;
        this.name = name;
    }

    /// Reads what a user typed.
    ///
    /// @param text the text
    /// @return the pattern
    public static VariablePattern parse(String text) {
        int slash = text.indexOf('/');
        if (slash > 0) {
            String word = text.substring(0, slash).toLowerCase(Locale.ROOT);
            boolean isReduction = word.endsWith(REDUCTION);
            Optional<EntityKind> kind = Words.variableKind(isReduction
                    ? word.substring(0, word.length() - REDUCTION.length()) : word);
            if (kind.isPresent()) {
                return new VariablePattern(text, kind, isReduction, text.substring(slash + 1));
            }
        }
        return new VariablePattern(text, Optional.empty(), false, text);
    }

    /// Returns all variables of a file.
    ///
    /// @param file the file
    /// @return the variables, first those with values for each entry, in the order of the file
    public static List<NamedVariable> all(ExodusFile file) {
        return parse("*").find(file);
    }

    /// Finds the variables that are meant.
    ///
    /// @param file the file
    /// @return the variables in the order of the file, none where nothing fits
    /// @throws AbsentException when the pattern makes no sense, or names a block or set that does not exist
    public List<NamedVariable> find(ExodusFile file) {
        List<NamedVariable> whole = find(file, name, Optional.empty());
        int at = name.lastIndexOf('@');
        return whole.isEmpty() && at > 0
                ? find(file, name.substring(0, at), Optional.of(name.substring(at + 1))) : whole;
    }

    /// Finds the variables that are meant.
    ///
    /// @param file the file
    /// @return at least one variable, in the order of the file
    /// @throws AbsentException when there is none; the hint names similar ones
    public List<NamedVariable> require(ExodusFile file) {
        List<NamedVariable> found = find(file);
        if (found.isEmpty()) {
            throw absent(file);
        }
        return found;
    }

    private List<NamedVariable> find(ExodusFile file, String names, Optional<String> place) {
        List<NamedVariable> found = new ArrayList<>();
        for (boolean reduction : new boolean[] {false, true}) {
            if (kind.isPresent() && isReduction != reduction) {
                continue;
            }
            for (EntityKind candidate : kind.map(List::of).orElse(KINDS)) {
                Optional<Entity> entity = Optional.empty();
                if (place.isPresent()) {
                    entity = entity(file, candidate, place.get());
                    if (entity.isEmpty()) {
                        continue;
                    }
                }
                List<String> known = names(file, candidate, reduction);
                Map<String, TimeSeries> whole = wholes(file, candidate);
                for (String each : selected(known, names)) {
                    List<NamedVariable.Part> parts = isWhole(candidate) ? part(whole.get(each))
                            : parts(file, candidate, reduction, each, entity);
                    if (!parts.isEmpty()) {
                        found.add(new NamedVariable(candidate, reduction, each, parts, entity.isPresent()));
                    }
                }
            }
        }
        return found;
    }

    /// Returns the entity behind the `@`, which may name its own kind: then only variables of that kind are meant.
    private Optional<Entity> entity(ExodusFile file, EntityKind candidate, String place) {
        int colon = place.indexOf(':');
        Optional<EntityKind> named = colon < 0 ? Optional.empty()
                : Words.entityKind(place.substring(0, colon).toLowerCase(Locale.ROOT));
        if (isWhole(candidate)) {
            return Optional.empty();
        }
        if (named.isPresent()) {
            return named.get() == candidate
                    ? Optional.of(Entities.find(file, candidate, place.substring(colon + 1))) : Optional.empty();
        }
        if (kind.isEmpty()) {
            return file.entities(candidate).isEmpty() ? Optional.empty() : lenient(file, candidate, place);
        }
        return Optional.of(Entities.find(file, candidate, place));
    }

    private static Optional<Entity> lenient(ExodusFile file, EntityKind candidate, String place) {
        try {
            return Optional.of(Entities.find(file, candidate, place));
        } catch (AbsentException e) {
            return Optional.empty();
        }
    }

    private static List<String> names(ExodusFile file, EntityKind kind, boolean isReduction) {
        if (kind == EntityKind.GLOBAL && isReduction) {
            return List.of();
        }
        return (isReduction ? file.reductionVariables(kind) : file.variables(kind)).names().stream().distinct()
                .toList();
    }

    private static List<String> selected(List<String> known, String names) {
        if (known.contains(names)) {
            return List.of(names);
        }
        if (NamePattern.isPattern(names)) {
            Predicate<String> test = NamePattern.of(names);
            return known.stream().filter(test).toList();
        }
        return CompositeVariable.group(known).stream()
                .filter(group -> group.size() > 1 && group.name().equals(names)).findFirst()
                .map(group -> group.indexes().stream().map(known::get).toList())
                .orElseGet(() -> known.stream().filter(names::equalsIgnoreCase).toList());
    }

    private static boolean isWhole(EntityKind kind) {
        return kind == EntityKind.GLOBAL || kind == EntityKind.NODAL;
    }

    /// Returns global or nodal variables by name, the first of each: there may be very many.
    private static Map<String, TimeSeries> wholes(ExodusFile file, EntityKind kind) {
        Map<String, TimeSeries> byName = new HashMap<>();
        List<TimeSeries> all = kind == EntityKind.GLOBAL ? file.globalVariables()
                : kind == EntityKind.NODAL ? file.nodalVariables() : List.of();
        all.forEach(series -> byName.putIfAbsent(series.name(), series));
        return byName;
    }

    private static List<NamedVariable.Part> part(@Nullable TimeSeries series) {
        return series == null ? List.of() : List.of(new NamedVariable.Part(Optional.empty(), series));
    }

    private static List<NamedVariable.Part> parts(ExodusFile file, EntityKind kind, boolean isReduction, String name,
            Optional<Entity> only) {
        List<NamedVariable.Part> parts = new ArrayList<>();
        for (Entity entity : only.isPresent() ? List.of(only.get()) : file.entities(kind)) {
            (isReduction ? entity.reductionVariable(name) : entity.variable(name))
                    .ifPresent(series -> parts.add(new NamedVariable.Part(Optional.of(entity), series)));
        }
        return parts;
    }

    private AbsentException absent(ExodusFile file) {
        int at = name.lastIndexOf('@');
        if (at > 0) {
            List<NamedVariable> elsewhere = find(file, name.substring(0, at), Optional.empty());
            if (!elsewhere.isEmpty()) {
                return notHere(file, elsewhere.getFirst(), name.substring(at + 1));
            }
        }
        String bare = at > 0 && kind.isPresent() ? name.substring(0, at) : name;
        List<String> known = new ArrayList<>();
        for (EntityKind candidate : kind.map(List::of).orElse(KINDS)) {
            known.addAll(names(file, candidate, isReduction));
        }
        for (EntityKind candidate : kind.map(List::of).orElse(KINDS)) {
            if (!NamePattern.isPattern(bare) && names(file, candidate, isReduction).contains(bare)) {
                return AbsentException.of("NO_VALUES", Words.variableOf(candidate) + " '" + bare
                        + "' has a name but no values in the file", "exo check says what else is wrong with it");
            }
        }
        String what = kind.map(Words::variableOf).orElse("variable");
        if (known.isEmpty()) {
            return AbsentException.of("NO_SUCH_VARIABLE", "there is no " + what + " '" + bare + "'",
                    "the file has no " + what + "s at all");
        }
        if (NamePattern.isPattern(bare)) {
            return AbsentException.of("NO_SUCH_VARIABLE", "no " + what + " is like '" + bare + "'",
                    "there are " + NearMatches.list(known));
        }
        String hint = NearMatches.hint(bare, known).substring("; ".length());
        boolean isListed = hint.startsWith("there are: ");
        String elsewhere = kind.isEmpty() || !isListed ? "" : otherKind(file, bare);
        return AbsentException.of("NO_SUCH_VARIABLE", "there is no " + what + " '" + bare + "'",
                elsewhere.isEmpty() ? hint : elsewhere);
    }

    private String otherKind(ExodusFile file, String bare) {
        List<String> others = new VariablePattern(text, Optional.empty(), false, bare).find(file).stream()
                .map(NamedVariable::address).toList();
        return others.isEmpty() ? "" : "did you mean " + others.getFirst() + "?";
    }

    private AbsentException notHere(ExodusFile file, NamedVariable elsewhere, String place) {
        String where = elsewhere.parts().stream().flatMap(part -> part.entity().stream())
                .map(entity -> Words.ofEntity(entity.kind()) + ":" + entity.id())
                .collect(Collectors.collectingAndThen(Collectors.toList(), NearMatches::list));
        if (elsewhere.kind() == EntityKind.NODAL || elsewhere.kind() == EntityKind.GLOBAL) {
            return AbsentException.of("NO_SUCH_VARIABLE", Words.variableOf(elsewhere.kind()) + " '"
                    + elsewhere.name() + "' belongs to no block or set", "leave '@" + place + "' out");
        }
        int colon = place.indexOf(':');
        Entity entity = Entities.find(file, elsewhere.kind(), colon < 0 ? place : place.substring(colon + 1));
        return AbsentException.of("TRUTH_TABLE", Words.variableOf(elsewhere.kind()) + " '" + elsewhere.name()
                + "' is not stored on " + entity + elsewhere.whyNotOn(file, entity), "it exists on " + where);
    }

    /// Returns what the user typed.
    @Override
    public String toString() {
        return text;
    }

    /// Returns the kinds that can have variables, in the order in which they are listed.
    public static List<EntityKind> kinds() {
        return KINDS;
    }
}
