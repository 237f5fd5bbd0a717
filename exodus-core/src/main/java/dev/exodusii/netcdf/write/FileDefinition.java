package dev.exodusii.netcdf.write;

import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.diagnostic.Quoted;
import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.netcdf.Layout;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Which dimensions, attributes and variables a file has, and where its data lie: all that is decided before the first
/// value is written. Immutable.
///
/// ```java
/// FileDefinition definition = FileDefinition.builder()
///         .recordDimension("time_step").dimension("num_nodes", 8)
///         .variable("time_whole", ElementType.DOUBLE, List.of("time_step"))
///         .variable("coordx", ElementType.DOUBLE, List.of("num_nodes"))
///         .build();
/// ```
public final class FileDefinition {

    private final ContainerFormat format;
    private final String formatReason;
    private final Fill fill;
    private final List<DimensionDefinition> dimensions;
    private final List<AttributeDefinition> attributes;
    private final List<VariableDefinition> variables;
    private final Map<String, VariableDefinition> byName;
    private final FileLayout layout;

    FileDefinition(ContainerFormat format, String formatReason, Fill fill, List<DimensionDefinition> dimensions,
            List<AttributeDefinition> attributes, List<VariableDefinition> variables, FileLayout layout) {
        this.format = format;
        this.formatReason = formatReason;
        this.fill = fill;
        this.dimensions = List.copyOf(dimensions);
        this.attributes = List.copyOf(attributes);
        this.variables = List.copyOf(variables);
        this.layout = layout;
        this.byName = new HashMap<>();
        variables.forEach(variable -> byName.putIfAbsent(variable.name(), variable));
    }

    /// Begins a definition with nothing in it.
    ///
    /// @return a builder
    public static DefinitionBuilder builder() {
        return new DefinitionBuilder();
    }

    /// Begins a definition with all that a file defines, in its order and in its format: to change it, or to write the
    /// same again. Free space behind the header of the file is not taken over. Names that break netCDF's rules are kept.
    ///
    /// @param file the file; it must be open until the definition is built
    /// @return a builder
    public static DefinitionBuilder copyOf(NetcdfFile file) {
        return new DefinitionBuilder().copy(file);
    }

    /// Returns the definitions of a file with its data where they lie, for adding records to it.
    ///
    /// @param file the file; it must be open during the call
    /// @return the definition
    public static FileDefinition asStored(NetcdfFile file) {
        long[] begins = file.variables().stream().mapToLong(Variable::begin).toArray();
        Layout stored = file.layout();
        long fixedEnd = stored.headerBytes();
        for (Variable variable : file.variables()) {
            if (!variable.isRecord()) {
                long end = variable.begin() + variable.recordBytes();
                fixedEnd = Math.max(fixedEnd, end + (-variable.recordBytes() & 3));
            }
        }
        return copyOf(file).build(file.format(), new FileLayout(stored.headerBytes(), begins, fixedEnd,
                stored.recordStart(), stored.recordStride()));
    }

    /// Returns the format that the file will have.
    public ContainerFormat format() {
        return format;
    }

    /// Returns why it has that format, in words: that it was asked for, is the default, or what made CDF-5 necessary.
    public String formatReason() {
        return formatReason;
    }

    /// Returns what stands where no value was put.
    public Fill fill() {
        return fill;
    }

    /// Returns all dimensions in order.
    public List<DimensionDefinition> dimensions() {
        return dimensions;
    }

    /// Returns the attributes of the file as a whole.
    public List<AttributeDefinition> attributes() {
        return attributes;
    }

    /// Returns all variables in order.
    public List<VariableDefinition> variables() {
        return variables;
    }

    /// Looks up a variable.
    ///
    /// @param name the exact name
    /// @return the variable
    public Optional<VariableDefinition> variable(String name) {
        VariableDefinition exact = byName.get(name);
        return Optional.ofNullable(exact != null ? exact : byName.get(NameRules.normal(name)));
    }

    /// Looks up a variable that must be there.
    ///
    /// @param name the exact name
    /// @return the variable
    /// @throws NoSuchElementException when there is none; the message suggests similar names
    public VariableDefinition requireVariable(String name) {
        return variable(name).orElseThrow(() -> new NoSuchElementException("no variable " + Quoted.text(name)
                + " is defined" + NearMatches.hint(name, byName.keySet())));
    }

    /// Returns where everything lies.
    public FileLayout layout() {
        return layout;
    }

    /// Returns the bytes of the header.
    ///
    /// @param records the number of records that it states
    /// @return a new array
    public byte[] header(long records) {
        return HeaderEncoder.encode(this, records);
    }

    /// Returns the format and what is defined, in numbers.
    @Override
    public String toString() {
        return format.label() + ", " + dimensions.size() + " dimensions, " + variables.size() + " variables, " + layout;
    }
}
