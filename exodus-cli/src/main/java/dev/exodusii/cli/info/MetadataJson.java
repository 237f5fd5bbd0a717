package dev.exodusii.cli.info;

import dev.exodusii.CommunicationMap;
import dev.exodusii.Decomposition;
import dev.exodusii.ExodusFile;
import dev.exodusii.GlobalEntities;
import dev.exodusii.cli.json.Json;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.RealView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// Records, attributes of the file, frames, fields and decomposition.
final class MetadataJson {

    private static final long MOST_RANKS = 1 << 20;

    private final ExodusFile file;
    private final Json json;

    MetadataJson(ExodusFile file, Json json) {
        this.file = file;
        this.json = json;
    }

    void write(boolean isAll) {
        json.objects("qa", file.qaRecords(), record -> json.field("code", record.code())
                .field("version", record.version()).field("date", record.date()).field("time", record.time()));
        json.object("info", info -> {
            info.field("count", file.infoRecordCount());
            if (isAll) {
                info.texts("lines", file.infoRecords());
            }
        });
        AttributeValues.write(json, "metadata", file.metadata());
        json.objects("coordinateFrames", file.coordinateFrames(), frame -> json.id("id", frame.id())
                .field("kind", frame.kind().name().toLowerCase(Locale.ROOT)).reals("origin", frame.origin().stream())
                .reals("axis3", frame.axis3().stream()).reals("plane13", frame.plane13().stream()));
        FieldsJson.write(json, "globalFields", file.globalFields());
        FieldsJson.write(json, "nodalFields", file.nodalFields());
        bases();
        quadratures();
        Optional<Decomposition> decomposition = file.decomposition();
        if (decomposition.isPresent()) {
            json.object("decomposition", part -> decomposition(decomposition.get()));
        } else {
            json.absent("decomposition");
        }
    }

    private void bases() {
        json.objects("bases", file.bases(), basis -> {
            json.field("name", basis.name()).field("cardinality", basis.cardinality());
            integers("subcellDimensions", basis.subcellDimensions());
            integers("subcellOrdinals", basis.subcellOrdinals());
            integers("subcellDofOrdinals", basis.subcellDofOrdinals());
            integers("subcellDofCounts", basis.subcellDofCounts());
            reals("xi", basis.xi());
            reals("eta", basis.eta());
            reals("zeta", basis.zeta());
        });
    }

    private void quadratures() {
        json.objects("quadratures", file.quadratures(), rule -> {
            json.field("name", rule.name()).field("cardinality", rule.cardinality());
            reals("xi", rule.xi());
            reals("eta", rule.eta());
            reals("zeta", rule.zeta());
            reals("weight", rule.weight());
        });
    }

    private void integers(String name, Optional<IntegerView> values) {
        values.ifPresentOrElse(stored -> json.integers(name, stored.stream()), () -> json.absent(name));
    }

    private void reals(String name, Optional<RealView> values) {
        values.ifPresentOrElse(stored -> json.reals(name, stored.stream()), () -> json.absent(name));
    }

    private void decomposition(Decomposition part) {
        json.field("processors", part.processors()).field("rank", part.rank())
                .field("processorsInFile", part.processorsInFile()).field("parallel", part.isParallel())
                .field("globalNodes", part.globalNodes()).field("globalElements", part.globalElements());
        whole("globalBlocks", part.globalBlocks());
        whole("globalNodeSets", part.globalNodeSets());
        whole("globalSideSets", part.globalSideSets());
        // A count alone, of ranks that have nothing, must not make the document endless.
        int ranks = (int) Math.min(part.processorsInFile(), MOST_RANKS);
        json.objects("ranks", IntStream.range(0, ranks).boxed()::iterator, rank -> {
            json.field("internalNodes", size(part.internalNodeNumbers(rank)))
                    .field("borderNodes", size(part.borderNodeNumbers(rank)))
                    .field("externalNodes", size(part.externalNodeNumbers(rank)))
                    .field("internalElements", size(part.internalElementNumbers(rank)))
                    .field("borderElements", size(part.borderElementNumbers(rank)));
            maps("nodeMaps", part.nodeMaps(rank));
            maps("elementMaps", part.elementMaps(rank));
        });
    }

    private void whole(String name, GlobalEntities entities) {
        json.object(name, whole -> {
            whole.field("count", entities.count());
            entities.ids().ifPresentOrElse(ids -> json.ids("ids", ids.stream()), () -> json.absent("ids"));
            integers("sizes", entities.sizes());
        });
    }

    private static OptionalLong size(Optional<IntegerView> values) {
        return values.map(stored -> OptionalLong.of(stored.size())).orElse(OptionalLong.empty());
    }

    private void maps(String name, List<CommunicationMap> maps) {
        json.objects(name, maps, map -> json.id("id", map.id()).field("count", map.size()));
    }
}
