package dev.exodusii.compare;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.compare.ValueDifference.Place;
import dev.exodusii.diagnostic.Faults;
import dev.exodusii.parallel.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/// Compares two Exodus files: the mesh first, then all values of all steps.
///
/// ```java
/// ComparisonReport report = Comparison.of(gold, run, ComparisonSettings.builder().build())
///         .run(Workers.callingThread(), event -> {});
/// ```
///
/// Values are compared as bytes first, chunk by chunk, so that equal files cost little more than reading them, and
/// memory stays the same however large the files are; only where nodes or elements are in another order, or are matched
/// by position, an index for each of them is kept. NaN is equal to NaN at the same place, and differs from all else.
///
/// Immutable. The files must stay open, and unchanged, while [#run] is under way.
public final class Comparison {

    private final ExodusFile first;
    private final ExodusFile second;
    private final ComparisonSettings settings;

    private Comparison(ExodusFile first, ExodusFile second, ComparisonSettings settings) {
        this.first = first;
        this.second = second;
        this.settings = settings;
    }

    /// Prepares a comparison.
    ///
    /// @param first    the one file, to whose steps and ids reports refer
    /// @param second   the other
    /// @param settings how to compare
    /// @return the comparison
    public static Comparison of(ExodusFile first, ExodusFile second, ComparisonSettings settings) {
        return new Comparison(first, second, settings);
    }

    /// Compares.
    ///
    /// @param workers  who does the work
    /// @param listener is told, by the calling thread, what is found while it is found
    /// @return what it came to; files that cannot be compared are a verdict, not an exception
    /// @throws dev.exodusii.diagnostic.DamagedDataException when a file lacks what it says it has
    /// @throws java.util.concurrent.CancellationException   when somebody stopped the work
    public ComparisonReport run(Workers workers, Consumer<? super ComparisonEvent> listener) {
        return Faults.guard(first.name() + " or " + second.name(), "what is compared",
                () -> compared(workers, listener));
    }

    private ComparisonReport compared(Workers workers, Consumer<? super ComparisonEvent> listener) {
        Journal journal = new Journal(listener);
        Subject one = new Subject(first, settings);
        Subject other = new Subject(second, settings);
        List<VariableResult> results = new ArrayList<>();
        int steps = 0;
        Optional<VariableResult> times = Optional.empty();
        try {
            checkCounts(journal);
            Match match = new Match(one, other, settings, workers, journal);
            checkIds(match);
            new MeshCheck(match).run();
            journal.tell(new ComparisonEvent.Planned(match.variables()));
            VariableMatch.tellOfStorage(match);
            Lanes lanes = new Lanes(match);
            compareAttributes(match, lanes, results);
            compareFactors(match, lanes, results);
            StepRun run = new StepRun(match, lanes);
            StepLoop loop = new StepLoop(match, run);
            try {
                loop.run();
            } finally {
                results.addAll(run.results());
                steps = loop.compared();
                times = loop.times();
            }
            return finished(journal, loop, results);
        } catch (ComparisonStop stop) {
            return new ComparisonReport(stop.verdict(), stop.stage(), String.valueOf(stop.getMessage()), stop.step(),
                    steps, journal.messages(), journal.coordinates(), times, results);
        }
    }

    private void checkCounts(Journal journal) {
        boolean isPartial = settings.matching() == Matching.PARTIAL;
        List<String> wrong = new ArrayList<>();
        if (first.dimension() != second.dimension()) {
            journal.warn(".. Dimension doesn't agree.");
            wrong.add(first.dimension() + " and " + second.dimension() + " dimensions");
        }
        checkCount("nodes", first.nodeCount(), second.nodeCount(), isPartial, wrong, journal);
        checkCount("elements", first.elementCount(), second.elementCount(), isPartial, wrong, journal);
        checkCount("element blocks", first.elementBlocks().size(), second.elementBlocks().size(), isPartial, wrong,
                journal);
        if (first.times().steps() != second.times().steps() && !settings.steps().isIgnored()) {
            journal.warn(".. First file has " + first.times().steps() + " result times while the second file has "
                    + second.times().steps() + ".");
        }
        if (!wrong.isEmpty()) {
            throw ComparisonStop.different(Stage.RESULTS, "the files have " + String.join(", ", wrong));
        }
    }

    private static void checkCount(String what, long one, long other, boolean isPartial, List<String> wrong,
            Journal journal) {
        if (one != other && !isPartial) {
            journal.warn(".. Number of " + what + " doesn't agree.");
            wrong.add(one + " and " + other + " " + what);
        }
    }

    private void checkIds(Match match) {
        if (!settings.has(CompareFlag.IGNORE_ID_MAPS) && match.hasOtherIds()
                && settings.matching() == Matching.FILE_ORDER) {
            throw ComparisonStop.different(Stage.ORDER, "Nodes or elements are not in the same order.");
        }
    }

    private void compareAttributes(Match match, Lanes lanes, List<VariableResult> results) {
        if (settings.has(CompareFlag.IGNORE_ATTRIBUTES)) {
            return;
        }
        if (lanes.haveAttributes()) {
            match.journal().tell(new ComparisonEvent.Notice("Element attributes:"));
        }
        for (Lanes.Attribute attribute : lanes.attributes()) {
            results.add(compare(match, attribute));
        }
    }

    private VariableResult compare(Match match, Lanes.Attribute attribute) {
        long start = attribute.block().firstIndex();
        long id = attribute.block().id();
        LongFunction<Place> places = row -> new Place(id, match.elementId(start + row), 0);
        AttributeRun run = new AttributeRun(match, attribute, places);
        return run.run();
    }

    private void compareFactors(Match match, Lanes lanes, List<VariableResult> results) {
        if (settings.has(CompareFlag.IGNORE_SIDE_SET_FACTORS)
                || match.first().parts(EntityKind.SIDE_SET).isEmpty()) {
            return;
        }
        match.journal().tell(new ComparisonEvent.Section("Sideset Distribution Factors"));
        VariableResult result = new FactorCheck(match, lanes).run();
        if (result.compared() > 0) {
            results.add(result);
        }
        if (result.over() > 0 && settings.has(CompareFlag.STOP_AT_FIRST)
                && !settings.has(CompareFlag.EVERY_DIFFERENCE)) {
            throw ComparisonStop.atFirst(-1);
        }
    }

    private ComparisonReport finished(Journal journal, StepLoop loop, List<VariableResult> results) {
        long steps1 = first.times().steps();
        long steps2 = second.times().steps();
        StepSelection steps = settings.steps();
        boolean areStepsFewer = steps1 - loop.offset() == steps2 || steps.last() > 0 || steps.isExplicit()
                || steps.isInterpolating() || steps.isIgnored();
        boolean isDifferent = journal.isDifferent();
        String reason = "";
        if (!isDifferent && steps1 != steps2 && !areStepsFewer) {
            isDifferent = true;
            reason = "# time steps differ";
        }
        return new ComparisonReport(isDifferent ? Verdict.DIFFERENT : Verdict.SAME, Stage.RESULTS, reason, 0,
                loop.compared(), journal.messages(), journal.coordinates(), loop.times(), results);
    }
}
