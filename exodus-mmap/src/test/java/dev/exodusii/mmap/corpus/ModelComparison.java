package dev.exodusii.mmap.corpus;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import java.util.Locale;

/// Compares everything that the model knows of one file.
final class ModelComparison {

    private final ModelCase model;

    ModelComparison(ModelCase model) {
        this.model = model;
    }

    void run() {
        ExodusFile file = model.file();
        new MetadataComparison(model).run();
        new MeshComparison(model).run();
        new BlockComparison(model, file.elementBlocks()).run();
        new BlockComparison(model, file.edgeBlocks()).run();
        new BlockComparison(model, file.faceBlocks()).run();
        new SetComparison(model, file.nodeSets()).run();
        new SetComparison(model, file.edgeSets()).run();
        new SetComparison(model, file.faceSets()).run();
        new SetComparison(model, file.sideSets()).run();
        new SetComparison(model, file.elementSets()).run();
        new VariableComparison(model).run();
        new DecompositionComparison(model).run();
    }

    /// Returns what the oracle calls a kind, such as `elem_block`.
    static String key(EntityKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace("element", "elem");
    }
}
