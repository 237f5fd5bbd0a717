package dev.exodusii.cli.checksum;

import dev.exodusii.cli.json.Json;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// One file's part of the document `exo.checksum/1`.
public final class ChecksumJson {

    private record Owned(Optional<Variable> owner, Attribute attribute) {}

    private ChecksumJson() {}

    /// Writes variables and attributes, those of the file as a whole first.
    ///
    /// @param file    the open file
    /// @param digests the digests of its variables
    /// @param json    the object to write into
    public static void write(NetcdfFile file, List<VariableDigest> digests, Json json) {
        json.field("kind", file.format().label());
        json.objects("variables", digests, digest -> variable(digest, json));
        List<Owned> attributes = new ArrayList<>();
        file.attributes().forEach(attribute -> attributes.add(new Owned(Optional.empty(), attribute)));
        for (Variable variable : file.variables()) {
            variable.attributes().forEach(attribute -> attributes.add(new Owned(Optional.of(variable), attribute)));
        }
        json.objects("attributes", attributes, owned -> attribute(owned, json));
    }

    private static void variable(VariableDigest digest, Json json) {
        Variable variable = digest.variable();
        json.field("name", variable.name()).field("type", variable.type().label())
                .integers("shape", Arrays.stream(variable.shape()));
        if (digest.sha256().isPresent()) {
            json.field("sha256", digest.sha256().get());
        } else {
            json.absent("sha256").object("error", error -> error.field("code", "TRUNCATED_VARIABLE")
                    .field("message", digest.damage()));
        }
    }

    private static void attribute(Owned owned, Json json) {
        Attribute attribute = owned.attribute;
        owned.owner.ifPresentOrElse(variable -> json.field("variable", variable.name()), () -> json.absent("variable"));
        json.field("name", attribute.name()).field("type", attribute.type().label()).field("count", attribute.length())
                .field("hex", HexFormat.of().formatHex(attribute.values().rawSegment().orElseThrow()
                        .toArray(ValueLayout.JAVA_BYTE)));
    }
}
