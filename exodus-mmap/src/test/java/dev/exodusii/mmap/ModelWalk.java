package dev.exodusii.mmap;

import dev.exodusii.Block;
import dev.exodusii.ElementBlock;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.ExodusFile;
import dev.exodusii.FaceBlock;
import dev.exodusii.NumberMap;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.topology.Family;
import dev.exodusii.view.IntegerView;
import java.util.List;

/// Touches everything that a file says, as a viewer that shows all of it would.
final class ModelWalk {

    /// Large enough for every small file, small enough to end soon in one that lies about its size.
    private static final long MOST = 4_096;

    private final ExodusFile file;
    private long touched;

    private ModelWalk(ExodusFile file) {
        this.file = file;
    }

    /// Walks through the file; data that is damaged and refused as such is passed over.
    ///
    /// @return how many things were touched
    static long through(ExodusFile file) {
        ModelWalk walk = new ModelWalk(file);
        walk.header();
        for (EntityKind kind : EntityKind.values()) {
            file.properties(kind).forEach(property -> walk.touch(() -> walk.read(property.values())));
            for (Entity entity : file.entities(kind)) {
                walk.entity(entity);
            }
        }
        walk.series(file.globalVariables());
        walk.series(file.nodalVariables());
        return walk.touched;
    }

    private void header() {
        touch(() -> file.toString().length());
        touch(() -> file.title().length() + file.version().hashCode() + file.apiVersion().hashCode());
        touch(() -> file.findings().hashCode());
        touch(() -> file.metadata().hashCode() + file.nodalMetadata().hashCode());
        touch(() -> file.globalFields().hashCode() + file.nodalFields().hashCode());
        touch(() -> file.bases().hashCode() + file.quadratures().hashCode());
        touch(() -> file.coordinateFrames().hashCode());
        touch(() -> file.decomposition().hashCode());
        touch(() -> file.qaRecords().hashCode());
        touch(() -> file.infoRecordCount() < MOST ? file.infoRecords().hashCode() : 0);
        touch(() -> file.times().nearest(1.0).hashCode());
        touch(() -> file.coordinates().names().hashCode());
        touch(() -> file.coordinates().attributes().hashCode());
        for (int axis = 0; axis < file.dimension(); axis++) {
            int fixed = axis;
            touch(() -> file.coordinates().axis(fixed).slice(0, Math.min(MOST, file.nodeCount())).minMax().hashCode());
        }
        touch(() -> file.nodeIds().indexOf(1).hashCode() + file.elementIds().indexOf(1).hashCode());
        touch(() -> file.elementOrder().map(this::read).orElse(0));
    }

    private void entity(Entity entity) {
        touch(() -> entity.metadata().hashCode() + entity.fields().hashCode() + entity.label().length());
        series(entity.variables());
        series(entity.reductionVariables());
        switch (entity) {
            case Block block -> block(block);
            case EntitySet set -> set(set);
            case NumberMap map -> touch(() -> read(map.values()));
            case dev.exodusii.Assembly assembly -> touch(() -> assembly.leaves().size());
            default -> touch(() -> Long.hashCode(entity.size()));
        }
    }

    private void block(Block block) {
        touch(() -> block.attributes().labels().hashCode());
        touch(() -> Long.hashCode(block.attributes().values().minMax().count()));
        Family family = block.topology().family();
        if (!block.isJagged()) {
            touch(() -> block.size() < MOST ? block.connectivity().minMax().hashCode() : 0);
        } else if (family == Family.NSIDED || block instanceof FaceBlock) {
            touch(() -> {
                block.polygons().forEachRow((row, nodes) -> touched++);
                return read(block.polygons().row(block.size() - 1));
            });
        }
        if (block instanceof ElementBlock elements) {
            touch(() -> elements.edgeConnectivity().hashCode() + elements.faceConnectivity().hashCode());
            if (family == Family.NFACED) {
                touch(() -> read(elements.polyhedra().row(elements.size() - 1)));
            }
        }
    }

    private void set(EntitySet set) {
        touch(() -> read(set.entries()));
        touch(() -> Long.hashCode(set.distributionFactors().minMax().count()));
        touch(() -> set.attributes().labels().hashCode());
        if (set instanceof SideSet sides) {
            touch(() -> {
                SideFaces faces = sides.faces();
                long nodes = 0;
                for (long entry = 0; entry < Math.min(MOST, faces.size()); entry++) {
                    for (int node = 0; node < faces.nodeCount(entry); node++) {
                        nodes += faces.nodeIndex(entry, node);
                    }
                }
                return Long.hashCode(nodes);
            });
        }
    }

    private void series(List<TimeSeries> all) {
        for (TimeSeries series : all) {
            touch(() -> {
                if (series.steps() > 0 && series.size() > 0) {
                    long last = Math.min(MOST, series.size());
                    return series.step(series.steps() - 1).slice(0, last).minMax().hashCode()
                            + series.history(last - 1).slice(0, Math.min(MOST, series.steps())).minMax().hashCode();
                }
                return series.toString().length();
            });
        }
    }

    private int read(IntegerView view) {
        return view.slice(0, Math.min(MOST, view.size())).minMax().hashCode();
    }

    private void touch(Step step) {
        touched++;
        try {
            step.go();
        } catch (DamagedDataException damaged) {
            // Announced, refused, named: as it should be.
            if (damaged.getMessage().isEmpty()) {
                throw damaged;
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        int go();
    }
}
