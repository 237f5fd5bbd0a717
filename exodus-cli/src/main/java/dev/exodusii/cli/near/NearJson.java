package dev.exodusii.cli.near;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.json.Json;
import dev.exodusii.geometry.ElementPoint;
import dev.exodusii.geometry.LocalPoint;
import dev.exodusii.geometry.NearestNode;
import dev.exodusii.geometry.Point;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// What there is at points, for programs: `exo.near/1`.
public final class NearJson {

    private NearJson() {}

    /// Writes answers.
    ///
    /// @param file    the file
    /// @param answers what was found at each point
    /// @param json    where it goes: an object that is open
    public static void write(ExodusFile file, List<Answer> answers, Json json) {
        Optional<Moment> moment = answers.getFirst().moment();
        moment.ifPresentOrElse(when -> {
            json.field("step", when.step());
            if (when.isInterpolated()) {
                json.field("nextStep", when.next()).field("weight", when.weight());
            }
            json.field("time", when.time());
        }, () -> json.absent("step"));
        json.objects("points", answers, answer -> {
            json.reals("point", DoubleStream.of(answer.place().coordinates()));
            answer.node().found().ifPresentOrElse(node -> json.object("node", it -> node(file, node, it)),
                    () -> json.absent("node"));
            answer.element().found().ifPresentOrElse(
                    element -> json.object("element", it -> element(file, element, it)),
                    () -> json.absent("element"));
            json.objects("nodal", answer.nodal(), value -> json.field("name", value.name())
                    .field("atNode", value.atNode()).field("atPoint", value.atPoint()));
            json.objects("elementValues", answer.elements(), value -> json.field("name", value.name())
                    .field("value", value.value()));
            json.field("skippedNodes", answer.node().skipped()).field("skippedElements", answer.element().skipped());
        });
    }

    private static void node(ExodusFile file, NearestNode node, Json json) {
        json.id("id", PlaceText.id(file.nodeIds(), node.index())).field("index", node.index())
                .reals("position", position(node.position(), file.dimension())).field("distance", node.distance());
    }

    private static void element(ExodusFile file, ElementPoint element, Json json) {
        json.id("id", PlaceText.id(file.elementIds(), element.elementIndex()))
                .field("index", element.elementIndex())
                .object("block", block -> block.id("id", element.block().id()).field("name", element.block().name())
                        .field("index", element.block().index()))
                .field("shape", element.block().topology().name()).field("inside", element.isInside())
                .field("distance", element.distance())
                .reals("position", position(element.position(), file.dimension()));
        element.local().ifPresentOrElse(
                local -> json.reals("local", local(local).limit(element.block().topology().dimension())),
                () -> json.absent("local"));
        json.ids("nodes", element.nodeIndexes().map(node -> PlaceText.id(file.nodeIds(), node)))
                .reals("weights", IntStream.range(0, element.nodeCount()).mapToDouble(element::weight));
    }

    private static DoubleStream position(Point point, int axes) {
        return DoubleStream.of(point.x(), point.y(), point.z()).limit(axes);
    }

    private static DoubleStream local(LocalPoint local) {
        return DoubleStream.of(local.r(), local.s(), local.t());
    }
}
