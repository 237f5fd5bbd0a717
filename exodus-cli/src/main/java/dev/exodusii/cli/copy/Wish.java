package dev.exodusii.cli.copy;

import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.EntityPattern;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.NamePattern;
import dev.exodusii.cli.address.Steps;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.cli.address.Words;
import dev.exodusii.transform.ModelCopyBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What of a file is copied, in the words of the user.
public final class Wish {

    /// Nothing of a kind.
    private static final String NONE = "none";
    private static final List<EntityKind> SETS = List.of(EntityKind.NODE_SET, EntityKind.SIDE_SET,
            EntityKind.EDGE_SET, EntityKind.FACE_SET, EntityKind.ELEMENT_SET);

    private final ExodusFile file;
    private final ModelCopyBuilder copy;

    /// @param file the file
    /// @param copy gets what is wished
    public Wish(ExodusFile file, ModelCopyBuilder copy) {
        this.file = file;
        this.copy = copy;
    }

    /// Takes some steps.
    ///
    /// @param text such as `0..10` or `last`; `none` for the mesh alone
    /// @throws AbsentException when the file has no such step
    public void steps(String text) {
        if (text.equals(NONE)) {
            copy.steps(new long[0]);
            return;
        }
        List<Moment> moments = Steps.parse(file.times(), text);
        if (moments.stream().anyMatch(Moment::isInterpolated)) {
            throw AbsentException.syntax("'" + text + "' is between two steps; steps are copied, not made",
                    "t=3.5e5 takes the nearest one");
        }
        copy.steps(moments.stream().mapToLong(Moment::step).toArray());
    }

    /// Takes some element blocks; edge and face blocks where they are named.
    ///
    /// @param lists such as `steel,10,edgeblock:3`
    /// @throws AbsentException when there is no such block
    public void blocks(List<String> lists) {
        retain(lists, List.of(EntityKind.ELEMENT_BLOCK), List.of(EntityKind.ELEMENT_BLOCK), List.of(
                EntityKind.ELEMENT_BLOCK, EntityKind.EDGE_BLOCK, EntityKind.FACE_BLOCK));
    }

    /// Takes some sets of any kind.
    ///
    /// @param lists such as `nset:1,pressure`; `none` for none
    /// @throws AbsentException when there is no such set
    public void sets(List<String> lists) {
        retain(lists, SETS, SETS, SETS);
    }

    /// @param chosen  the kinds of which only that stays which is named
    /// @param usual   the kinds that are meant where none is named
    /// @param allowed the kinds that may be named
    private void retain(List<String> lists, List<EntityKind> chosen, List<EntityKind> usual, List<EntityKind> allowed) {
        Set<Entity> wanted = new HashSet<>();
        Set<EntityKind> restricted = new HashSet<>(chosen);
        for (String word : EntityPattern.words(lists)) {
            if (!word.equals(NONE)) {
                for (Entity entity : EntityPattern.find(file, usual, word)) {
                    if (!allowed.contains(entity.kind())) {
                        throw AbsentException.syntax("'" + word + "' is " + entity, "here are meant: "
                                + String.join(", ", allowed.stream().map(Words::ofEntity).toList()));
                    }
                    wanted.add(entity);
                    restricted.add(entity.kind());
                }
            }
        }
        restricted.forEach(kind -> copy.retain(kind, wanted::contains));
    }

    /// Takes some variables.
    ///
    /// @param lists such as `nodal/disp,elem/stress_*@block:1`; `none` for none
    /// @throws AbsentException when there is no such variable
    public void variables(List<String> lists) {
        Set<TimeSeries> wanted = series(EntityPattern.words(lists).stream().filter(word -> !word.equals(NONE)).toList());
        copy.retainVariables(wanted::contains);
    }

    private Set<TimeSeries> series(List<String> words) {
        Set<TimeSeries> series = new HashSet<>();
        for (String word : words) {
            VariablePattern.parse(word).require(file).forEach(variable -> variable.parts()
                    .forEach(part -> series.add(part.series())));
        }
        return series;
    }

    /// Leaves something out: variables, blocks, sets, maps, assemblies, blobs.
    ///
    /// @param lists such as `block:air,assembly:*,elem/*`
    /// @throws AbsentException when there is no such thing
    public void without(List<String> lists) {
        for (String word : EntityPattern.words(lists)) {
            int colon = word.indexOf(':');
            int slash = word.indexOf('/');
            Optional<EntityKind> kind = colon > 0 && (slash < 0 || colon < slash)
                    ? Words.entityKind(word.substring(0, colon)) : Optional.empty();
            if (kind.isPresent()) {
                Set<Entity> unwanted = EntityPattern.find(file, List.of(kind.get()), word);
                copy.retain(kind.get(), entity -> !unwanted.contains(entity));
            } else {
                Set<TimeSeries> unwanted = series(List.of(word));
                copy.retainVariables(one -> !unwanted.contains(one));
            }
        }
    }

    /// Multiplies the values of variables.
    ///
    /// @param text such as `nodal/pressure=1e-6` or `nodal/T=1.8,32`
    /// @throws AbsentException when there is no such variable
    public void scale(String text) {
        int equals = text.lastIndexOf('=');
        double[] numbers = equals < 1 ? new double[0] : Moves.numbers(text.substring(equals + 1));
        if (numbers.length < 1 || numbers.length > 2) {
            throw AbsentException.syntax("'" + text + "' does not say which variable is multiplied with what",
                    "such as nodal/pressure=1e-6, or nodal/T=1.8,32, which also adds 32");
        }
        Set<TimeSeries> meant = series(List.of(text.substring(0, equals)));
        copy.scale(meant::contains, numbers[0], numbers.length == 1 ? 0 : numbers[1]);
    }

    /// Makes a test of the names that components share.
    ///
    /// @param lists such as `vel,force*`, `all` or `none`
    /// @return the test
    public static Predicate<String> names(List<String> lists) {
        List<String> words = EntityPattern.words(lists);
        if (words.contains("all")) {
            return name -> true;
        }
        List<Predicate<String>> tests = words.stream().filter(word -> !word.equals(NONE))
                .map(word -> NamePattern.of(word.toLowerCase(Locale.ROOT))).toList();
        return name -> tests.stream().anyMatch(test -> test.test(name.toLowerCase(Locale.ROOT)));
    }
}
