package dev.exodusii.cli.near;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.address.Steps;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.geometry.ElementPoint;
import dev.exodusii.geometry.Nearest;
import dev.exodusii.geometry.NearestNode;
import dev.exodusii.geometry.Point;
import dev.exodusii.geometry.PointLocator;
import dev.exodusii.parallel.Workers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What there is at a point.
///
/// @param place    the point as the user typed it
/// @param node     the nearest node
/// @param element  the containing or nearest element
/// @param moment   when the values are those; nothing in a file without steps
/// @param nodal    the nodal variables
/// @param elements the element variables, also those that the element's block does not have when they were asked for
public record Answer(PlaceText place, Nearest<NearestNode> node, Nearest<ElementPoint> element,
        Optional<Moment> moment, List<NodalValue> nodal, List<ElementValue> elements) {

    /// The values of a nodal variable.
    ///
    /// @param name    its name
    /// @param atNode  its value at the nearest node
    /// @param atPoint what is interpolated in the element; nothing without an element
    public record NodalValue(String name, OptionalDouble atNode, OptionalDouble atPoint) {}

    /// The value of an element variable.
    ///
    /// @param name  its name
    /// @param value its value; nothing where it is not stored on the block or is cut off
    public record ElementValue(String name, OptionalDouble value) {}

    /// Says what values are wanted.
    ///
    /// @param variables which variables, all where none is named
    /// @param step      the step as typed
    public record Wish(List<String> variables, Optional<String> step) {}

    /// Finds what there is at points.
    ///
    /// @param file    the open file
    /// @param places  the points
    /// @param wish    what values are wanted
    /// @param workers who looks for them
    /// @return one answer for each point
    /// @throws AbsentException when the mesh is of another dimension, or a step or variable does not exist
    public static List<Answer> of(ExodusFile file, List<PlaceText> places, Wish wish, Workers workers) {
        Optional<Moment> moment = moment(file, wish);
        Chosen chosen = Chosen.of(file, wish.variables);
        List<Point> points = places.stream().map(place -> place.in(file)).toList();
        PointLocator locator = PointLocator.scanning(file, workers);
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Nearest<NearestNode> node = locator.nearestNode(points.get(i));
            Nearest<ElementPoint> element = locator.nearestElement(points.get(i));
            answers.add(new Answer(places.get(i), node, element, moment,
                    moment.map(when -> nodal(chosen, node.found(), element.found(), when)).orElse(List.of()),
                    moment.map(when -> elements(chosen, element.found(), when)).orElse(List.of())));
        }
        return answers;
    }

    private static Optional<Moment> moment(ExodusFile file, Wish wish) {
        if (wish.step.isEmpty()) {
            return file.times().isEmpty() ? Optional.empty() : Optional.of(Steps.parse(file.times(), "last").getFirst());
        }
        List<Moment> moments = Steps.parse(file.times(), wish.step.get());
        if (moments.size() != 1) {
            throw AbsentException.syntax("--step " + wish.step.get() + " means " + moments.size() + " steps",
                    "values are shown at one step; exo hist shows them at all");
        }
        return Optional.of(moments.getFirst());
    }

    /// The variables that are wanted.
    ///
    /// @param nodal    those of nodes, by name
    /// @param elements the names of those of elements; nothing when all are wanted that the element's block has
    private record Chosen(Map<String, TimeSeries> nodal, Optional<Set<String>> elements) {

        static Chosen of(ExodusFile file, List<String> patterns) {
            Map<String, TimeSeries> nodal = new LinkedHashMap<>();
            if (patterns.isEmpty()) {
                file.nodalVariables().forEach(series -> nodal.putIfAbsent(series.name(), series));
                return new Chosen(nodal, Optional.empty());
            }
            Set<String> elements = new LinkedHashSet<>();
            for (String pattern : patterns) {
                List<NamedVariable> found = VariablePattern.parse(pattern).require(file);
                List<NamedVariable> fitting = found.stream().filter(variable -> !variable.isReduction()
                        && (variable.kind() == EntityKind.NODAL || variable.kind() == EntityKind.ELEMENT_BLOCK))
                        .toList();
                if (fitting.isEmpty()) {
                    throw AbsentException.of("NO_SUCH_VARIABLE", found.getFirst().address()
                            + " belongs to no node and no element", "exo near shows nodal and element variables");
                }
                for (NamedVariable variable : fitting) {
                    if (variable.kind() == EntityKind.NODAL) {
                        nodal.putIfAbsent(variable.name(), variable.parts().getFirst().series());
                    } else {
                        elements.add(variable.name());
                    }
                }
            }
            return new Chosen(nodal, Optional.of(elements));
        }
    }

    private static List<NodalValue> nodal(Chosen chosen, Optional<NearestNode> node, Optional<ElementPoint> element,
            Moment when) {
        List<NodalValue> values = new ArrayList<>();
        chosen.nodal.forEach((name, series) -> values.add(new NodalValue(name,
                node.map(nearest -> at(series, nearest.index(), when)).orElse(OptionalDouble.empty()),
                element.map(place -> interpolated(series, place, when)).orElse(OptionalDouble.empty()))));
        return values;
    }

    private static List<ElementValue> elements(Chosen chosen, Optional<ElementPoint> element, Moment when) {
        List<ElementValue> values = new ArrayList<>();
        if (element.isEmpty()) {
            return values;
        }
        ElementPoint place = element.get();
        Set<String> names = chosen.elements.orElseGet(() -> {
            Set<String> all = new LinkedHashSet<>();
            place.block().variables().forEach(series -> all.add(series.name()));
            return all;
        });
        for (String name : names) {
            values.add(new ElementValue(name, place.block().variable(name)
                    .map(series -> at(series, place.indexInBlock(), when)).orElse(OptionalDouble.empty())));
        }
        return values;
    }

    private static OptionalDouble at(TimeSeries series, long index, Moment when) {
        try {
            return OptionalDouble.of(when.between(series.get(when.step(), index), series.get(when.next(), index)));
        } catch (DamagedDataException | IndexOutOfBoundsException lacking) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalDouble interpolated(TimeSeries series, ElementPoint place, Moment when) {
        try {
            return OptionalDouble.of(when.between(place.interpolate(series.step(when.step())),
                    place.interpolate(series.step(when.next()))));
        } catch (DamagedDataException | IndexOutOfBoundsException lacking) {
            return OptionalDouble.empty();
        }
    }
}
