package dev.exodusii.cli.repair;

import dev.exodusii.cli.json.Json;
import dev.exodusii.netcdf.Variable;

/// What was saved, for programs: `exo.repair/1`.
public final class RepairJson {

    private RepairJson() {}

    /// Writes it.
    ///
    /// @param saved what was saved
    /// @param bytes the size of what was written
    /// @param json  where it goes: an object that is open and has the field `file`
    public static void write(Saved saved, long bytes, Json json) {
        json.field("output", saved.output()).field("kind", saved.definition().format().label()).field("bytes", bytes)
                .field("wasSound", saved.wasSound());
        json.object("records", records -> records.field("declared", saved.declared()).field("written", saved.records())
                .field("lost", saved.lost()).field("uncounted", saved.uncounted()).field("leftOut", saved.left())
                .field("partialBytes", saved.partial()));
        json.texts("dropped", saved.dropped().stream().map(Variable::name).toList());
        json.field("verified", true);
    }
}
