package dev.exodusii.transform;

import dev.exodusii.Block;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusDefinitionBuilder;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;

/// Copies a file, or a part of it, and changes it on the way: what a viewer saves as an extract, what turns and mirrors
/// models.
///
/// ```java
/// ModelCopy copy = ModelCopy.of(file).retain(EntityKind.ELEMENT_BLOCK, block -> shown.contains(block.id()))
///         .dropUnusedNodes().steps(10, 20).transform(Transform.rotation(new Point(0, 0, 1), 90)).plan();
/// try (ExodusWriter writer = Exodus.create(path, copy.definition().qaRecordOfThisLibrary().build())) {
///     copy.to(writer);
/// }
/// copy.remarks().forEach(System.err::println);
/// ```
///
/// The file must stay open. What does not change goes straight from file to file; the rest goes through a few small
/// buffers. Immutable; each writer is used by one thread.
public final class ModelCopy {

    private final ExodusFile file;
    private final long[] steps;
    private final Transform transform;
    private final TimeChange times;
    private final Selection selection;
    private final Mirroring mirroring;
    private final List<Host> hosts;
    private final ExodusDefinition definition;
    private final List<String> remarks;

    ModelCopy(ModelCopyBuilder wish) {
        this.file = wish.file;
        this.steps = wish.steps.clone();
        this.transform = wish.transform;
        this.times = wish.times;
        Remarks said = new Remarks();
        if (!transform.staysIn(file.dimension()) && file.dimension() > 0) {
            throw new IllegalArgumentException(file.name() + ": the mesh has " + file.dimension() + " dimension"
                    + (file.dimension() == 1 ? "" : "s") + ", and would leave "
                    + (file.dimension() == 1 ? "its line" : "its plane"));
        }
        this.mirroring = new Mirroring(transform.turnsInsideOut(Math.max(1, file.dimension())), file.dimension());
        this.selection = new Selection(wish, said);
        List.of(EntityKind.ELEMENT_BLOCK, EntityKind.FACE_BLOCK).forEach(kind -> selection.entities(kind)
                .forEach(block -> mirroring.require((Block) block)));
        ExodusDefinition original = ExodusDefinition.of(file);
        CopyDefinition copy = new CopyDefinition(wish, original, selection, mirroring, said);
        copy.define();
        this.hosts = new Hosts(wish, original, selection, said).define(copy.builder());
        attributes(said);
        this.definition = copy.builder().build();
        this.remarks = said.all();
    }

    /// Begins to say what is copied and how it is changed.
    ///
    /// @param file the file
    /// @return a builder, by which everything is copied as it is
    public static ModelCopyBuilder of(ExodusFile file) {
        return new ModelCopyBuilder(file);
    }

    private void attributes(Remarks said) {
        if (transform.keepsLengths()) {
            return;
        }
        for (EntityKind kind : EntityKind.values()) {
            for (Entity entity : selection.entities(kind)) {
                List<String> labels = switch (entity) {
                    case Block block -> block.attributes().labels();
                    case EntitySet set -> set.attributes().labels();
                    default -> List.of();
                };
                if (!labels.isEmpty()) {
                    said.add("attributes of " + entity + " are neither turned nor scaled: " + String.join(", ",
                            labels.stream().map(label -> label.isEmpty() ? "(without a name)" : label).toList()));
                }
            }
        }
    }

    /// Returns what the copy holds, to be built as it is or with more: QA records, other types of numbers, another format,
    /// more variables behind those that there are.
    ///
    /// @return a builder of its own at each call
    public ExodusDefinitionBuilder definition() {
        return definition.toBuilder();
    }

    /// Returns what the file has and the copy has not, or not as one might think: a sentence for each.
    public List<String> remarks() {
        return remarks;
    }

    /// Returns the 0-based steps of the file that are taken, in the order of the copy.
    public long[] steps() {
        return steps.clone();
    }

    /// Writes the copy; see [#to(ExodusWriter, LongConsumer)].
    ///
    /// @param writer gets the copy
    /// @throws IOException when it cannot be written
    public void to(ExodusWriter writer) throws IOException {
        to(writer, bytes -> {});
    }

    /// Writes the copy: the mesh, all steps, and announces them, so that the file is complete.
    ///
    /// @param writer   a new file of [#definition], to which something may have been added
    /// @param progress is told of bytes that were written since it was told last, more or less; may stop the work with an
    ///                 exception
    /// @throws IOException           when it cannot be written
    /// @throws ArithmeticException   when a number does not fit into the type in which the copy stores it; the message tells
    ///                               which and where
    /// @throws IllegalStateException when the file was closed, or variables were added for which there are no values
    public void to(ExodusWriter writer, LongConsumer progress) throws IOException {
        new MeshPass(file, writer, selection, transform, mirroring, progress).run();
        StepPass pass = new StepPass(file, writer, transform, times, hosts, progress);
        for (int to = 0; to < steps.length; to++) {
            pass.step(steps[to], to);
        }
        writer.announce(steps.length);
    }
}
