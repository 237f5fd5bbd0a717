package dev.exodusii.compare;

import dev.exodusii.compare.ValueDifference.Place;
import dev.exodusii.compare.VariableSelection.Choice;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// Compares one attribute of one element block.
final class AttributeRun {

    private final Match match;
    private final Choice choice;
    private final Values values;
    private final LongFunction<Place> places;

    AttributeRun(Match match, Lanes.Attribute attribute, LongFunction<Place> places) {
        this.match = match;
        this.choice = attribute.choice();
        this.values = attribute.values();
        this.places = places;
    }

    VariableResult run() {
        Tally tally = new Tally(values, ComparedKind.ELEMENT_ATTRIBUTE, choice, match.settings()).count(0, values.size());
        Optional<ValueDifference> worst = tally.hasWorst() ? Optional.of(difference(tally.worstEntry()))
                : Optional.empty();
        if (match.settings().has(CompareFlag.NORMS)) {
            match.journal().tell(Tally.norms(choice.name(), List.of(tally)));
        }
        if (worst.isPresent()) {
            match.journal().setDifferent();
            boolean isEvery = match.settings().has(CompareFlag.EVERY_DIFFERENCE);
            LongStream.Builder each = LongStream.builder();
            if (isEvery) {
                tally.forEachOver(each::add);
            } else {
                each.add(tally.worstEntry());
            }
            each.build().forEach(entry -> match.journal().tell(new ComparisonEvent.Values(difference(entry))));
            if (!isEvery && match.settings().has(CompareFlag.STOP_AT_FIRST)) {
                throw ComparisonStop.atFirst(-1);
            }
        }
        return new VariableResult(ComparedKind.ELEMENT_ATTRIBUTE, choice.name(), choice.tolerance(), values.size(),
                tally.over(), worst);
    }

    private ValueDifference difference(long entry) {
        double a = values.first(entry);
        double b = values.second(entry);
        double delta = Double.isNaN(a) != Double.isNaN(b) ? Double.POSITIVE_INFINITY : choice.tolerance().delta(a, b);
        return new ValueDifference(ComparedKind.ELEMENT_ATTRIBUTE, choice.name(), choice.tolerance(),
                places.apply(entry), 0, a, b, delta);
    }
}
