package dev.exodusii.write;

import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.VariableDefinition;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/// Where the attributes go that each entry of a block or set, or each node, has. Used by the thread that uses the writer.
public final class AttributePlaces {

    private final NetcdfWriter file;
    private final VariableDefinition variable;
    private final List<String> names;
    private final Parts parts;
    private final Coverage coverage;

    AttributePlaces(NetcdfWriter file, VariableDefinition variable, List<String> names, Parts parts,
            Coverage coverage) {
        this.file = file;
        this.variable = variable;
        this.names = names;
        this.parts = parts;
        this.coverage = coverage;
    }

    /// Returns the number of attributes.
    public int size() {
        return names.size();
    }

    /// Returns where all attributes go together.
    ///
    /// @return the place of (entries x attributes) values
    public RealPlace all() {
        return new RealPlace(target(0, names.size(), parts.all()));
    }

    /// Returns where one attribute of all entries goes.
    ///
    /// @param index the 0-based position of the attribute
    /// @return the place of one value for each entry
    /// @throws IndexOutOfBoundsException when there is no such attribute
    public RealPlace attribute(int index) {
        Objects.checkIndex(index, names.size());
        return new RealPlace(target(index, 1, parts.parts(index, 1)));
    }

    /// Returns where one attribute of all entries goes.
    ///
    /// @param name the attribute's name
    /// @return the place of one value for each entry
    /// @throws NoSuchElementException when there is no such attribute; the message names similar ones
    public RealPlace attribute(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new NoSuchElementException("no attribute is called '" + name + "'" + NearMatches.hint(name, names));
        }
        return attribute(index);
    }

    private Target target(long from, long count, Target.Written written) {
        long entries = variable.dimensions().getFirst().length();
        return new Target(file, variable, new long[] {0, from}, new long[] {entries, count}, written,
                coverage);
    }
}
