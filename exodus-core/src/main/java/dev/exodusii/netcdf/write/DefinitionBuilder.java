package dev.exodusii.netcdf.write;

import dev.exodusii.diagnostic.NearMatches;
import dev.exodusii.diagnostic.Quoted;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ElementType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Collects what a [FileDefinition] is made of. Not safe for use by several threads.
public final class DefinitionBuilder {

    /// What netCDF allows.
    private static final int MAX_RANK = 1024;

    private final List<DimensionDefinition> dimensions = new ArrayList<>();
    private final Map<String, DimensionDefinition> dimensionsByName = new LinkedHashMap<>();
    private final List<AttributeDefinition> attributes = new ArrayList<>();
    private final List<VariableDefinition> variables = new ArrayList<>();
    private final Map<String, VariableDefinition> variablesByName = new LinkedHashMap<>();
    private @Nullable ContainerFormat format;
    private Fill fill = Fill.NONE;
    private LayoutPlan plan = LayoutPlan.PLAIN;

    DefinitionBuilder() {}

    /// Asks for a format. Without this it is CDF-2, or CDF-5 where something needs it.
    ///
    /// @param wanted the format
    /// @return this builder
    public DefinitionBuilder format(ContainerFormat wanted) {
        format = wanted;
        return this;
    }

    /// Lets the format be chosen, also where it was taken over from another file.
    ///
    /// @return this builder
    public DefinitionBuilder automaticFormat() {
        format = null;
        return this;
    }

    /// Says what stands where no value is put; [Fill#NONE] unless something else is said.
    ///
    /// @param wanted what stands there
    /// @return this builder
    public DefinitionBuilder fill(Fill wanted) {
        fill = wanted;
        return this;
    }

    /// Leaves free space behind the header (`h_minfree` of netCDF): the netCDF library can add attributes and variables
    /// later without moving the data.
    ///
    /// @param bytes how many, at least
    /// @return this builder
    /// @throws IllegalArgumentException when the number is negative
    public DefinitionBuilder headerPadding(long bytes) {
        plan = new LayoutPlan(notNegative(bytes), plan.dataAlignment(), plan.recordFree(), plan.recordAlignment());
        return this;
    }

    /// Lets the first fixed variable begin at a multiple of some bytes (`v_align` of netCDF).
    ///
    /// @param bytes such as 4096; a multiple of 4
    /// @return this builder
    /// @throws IllegalArgumentException when the number is not a positive multiple of 4
    public DefinitionBuilder dataAlignment(long bytes) {
        plan = new LayoutPlan(plan.headerFree(), alignment(bytes), plan.recordFree(), plan.recordAlignment());
        return this;
    }

    /// Leaves free space before the records (`v_minfree` of netCDF).
    ///
    /// @param bytes how many, at least
    /// @return this builder
    /// @throws IllegalArgumentException when the number is negative
    public DefinitionBuilder recordPadding(long bytes) {
        plan = new LayoutPlan(plan.headerFree(), plan.dataAlignment(), notNegative(bytes), plan.recordAlignment());
        return this;
    }

    /// Lets the first record begin at a multiple of some bytes (`r_align` of netCDF).
    ///
    /// @param bytes such as 4096; a multiple of 4
    /// @return this builder
    /// @throws IllegalArgumentException when the number is not a positive multiple of 4
    public DefinitionBuilder recordAlignment(long bytes) {
        plan = new LayoutPlan(plan.headerFree(), plan.dataAlignment(), plan.recordFree(), alignment(bytes));
        return this;
    }

    private static long notNegative(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException(bytes + " bytes cannot be left free");
        }
        // Whatever is not a multiple of 4 would leave all that follows unaligned.
        return bytes + (-bytes & 3);
    }

    private static long alignment(long bytes) {
        if (bytes <= 0 || (bytes & 3) != 0) {
            throw new IllegalArgumentException("data cannot be aligned to " + bytes
                    + " bytes: must be a positive multiple of 4");
        }
        return bytes;
    }

    /// Defines a dimension.
    ///
    /// @param name   the name, unique among dimensions
    /// @param length the length, at least 1
    /// @return this builder
    /// @throws IllegalArgumentException when netCDF does not allow the name, it is taken, or the length is below 1
    public DefinitionBuilder dimension(String name, long length) {
        if (length < 1) {
            throw new IllegalArgumentException("dimension " + Quoted.text(name) + " has length " + length
                    + ": must be at least 1");
        }
        return dimension(checkedDimension(name), length, false);
    }

    /// Defines the dimension that grows with each record.
    ///
    /// @param name the name, unique among dimensions
    /// @return this builder
    /// @throws IllegalArgumentException when netCDF does not allow the name, it is taken, or there is one already
    public DefinitionBuilder recordDimension(String name) {
        for (DimensionDefinition dimension : dimensions) {
            if (dimension.isRecord()) {
                throw new IllegalArgumentException("the record dimension is " + Quoted.text(dimension.name())
                        + "; there cannot be another one");
            }
        }
        return dimension(checkedDimension(name), 0, true);
    }

    private String checkedDimension(String name) {
        String checked = NameRules.checked("dimension", name);
        if (dimensionsByName.containsKey(checked)) {
            throw new IllegalArgumentException("there is a dimension " + Quoted.text(name) + " already");
        }
        return checked;
    }

    private DefinitionBuilder dimension(String name, long length, boolean isRecord) {
        DimensionDefinition dimension = new DimensionDefinition(dimensions.size(), name, length, isRecord);
        dimensions.add(dimension);
        dimensionsByName.putIfAbsent(name, dimension);
        return this;
    }

    /// Gives the file an attribute; one of the same name is replaced in its place.
    ///
    /// @param attribute the attribute
    /// @return this builder
    /// @throws IllegalArgumentException when netCDF does not allow its name
    public DefinitionBuilder attribute(AttributeDefinition attribute) {
        set(attributes, attribute);
        return this;
    }

    /// Gives a variable an attribute; one of the same name is replaced in its place.
    ///
    /// @param variableName the name of a variable that is defined
    /// @param attribute    the attribute
    /// @return this builder
    /// @throws IllegalArgumentException when netCDF does not allow its name
    /// @throws NoSuchElementException   when there is no such variable; the message suggests similar names
    public DefinitionBuilder attribute(String variableName, AttributeDefinition attribute) {
        VariableDefinition variable = variablesByName.get(NameRules.normal(variableName));
        if (variable == null) {
            throw new NoSuchElementException("no variable " + Quoted.text(variableName) + " is defined"
                    + NearMatches.hint(variableName, variablesByName.keySet()));
        }
        List<AttributeDefinition> own = new ArrayList<>(variable.attributes());
        set(own, attribute);
        VariableDefinition changed = new VariableDefinition(variable.index(), variable.name(), variable.type(),
                variable.dimensions(), own, variable.slabBytes());
        variables.set(variable.index(), changed);
        variablesByName.put(variable.name(), changed);
        return this;
    }

    private static void set(List<AttributeDefinition> own, AttributeDefinition attribute) {
        AttributeDefinition checked = attribute.named(NameRules.checked("attribute", attribute.name()));
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).name().equals(checked.name())) {
                own.set(i, checked);
                return;
            }
        }
        own.add(checked);
    }

    /// Defines a variable.
    ///
    /// @param name           the name, unique among variables
    /// @param type           the type in which values are stored
    /// @param dimensionNames the names of its dimensions, slowest first, the record dimension only there; none for a
    ///                       single value
    /// @param own            its attributes
    /// @return this builder
    /// @throws IllegalArgumentException when netCDF does not allow a name, it is taken, or the dimensions make no array
    /// @throws NoSuchElementException   when there is no such dimension; the message suggests similar names
    public DefinitionBuilder variable(String name, ElementType type, List<String> dimensionNames,
            AttributeDefinition... own) {
        String checked = NameRules.checked("variable", name);
        if (variablesByName.containsKey(checked)) {
            throw new IllegalArgumentException("there is a variable " + Quoted.text(name) + " already");
        }
        List<DimensionDefinition> used = new ArrayList<>();
        for (String dimensionName : dimensionNames) {
            DimensionDefinition dimension = dimensionsByName.get(NameRules.normal(dimensionName));
            if (dimension == null) {
                throw new NoSuchElementException("variable " + Quoted.text(name) + ": no dimension "
                        + Quoted.text(dimensionName) + " is defined"
                        + NearMatches.hint(dimensionName, dimensionsByName.keySet()));
            }
            if (dimension.isRecord() && !used.isEmpty()) {
                throw new IllegalArgumentException("variable " + Quoted.text(name) + ": the record dimension "
                        + Quoted.text(dimensionName) + " can only be the first");
            }
            used.add(dimension);
        }
        if (used.size() > MAX_RANK) {
            throw new IllegalArgumentException("variable " + Quoted.text(name) + " has " + used.size()
                    + " dimensions, more than the " + MAX_RANK + " that netCDF allows");
        }
        List<AttributeDefinition> attributesOfVariable = new ArrayList<>();
        for (AttributeDefinition attribute : own) {
            set(attributesOfVariable, attribute);
        }
        return variable(checked, type, used, attributesOfVariable);
    }

    private DefinitionBuilder variable(String name, ElementType type, List<DimensionDefinition> used,
            List<AttributeDefinition> own) {
        long bytes = type.byteSize();
        try {
            for (DimensionDefinition dimension : used) {
                bytes = Math.multiplyExact(bytes, dimension.isRecord() ? 1 : dimension.length());
            }
            // Room for the padding.
            Math.addExact(bytes, 3);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException("variable " + Quoted.text(name)
                    + ": its dimensions make more bytes than a file can hold", overflow);
        }
        VariableDefinition variable = new VariableDefinition(variables.size(), name, type, used, own, bytes);
        variables.add(variable);
        variablesByName.putIfAbsent(name, variable);
        return this;
    }

    DefinitionBuilder copy(NetcdfFile file) {
        return copy(file, variable -> true);
    }

    /// Takes over all that a file defines but the variables that are not wanted. Names were accepted by its reader.
    DefinitionBuilder copy(NetcdfFile file, Predicate<Variable> isWanted) {
        format = file.format();
        for (Dimension dimension : file.dimensions()) {
            dimension(dimension.name(), dimension.isRecord() ? 0 : dimension.length(), dimension.isRecord());
        }
        attributes.addAll(definitions(file.attributes()));
        for (Variable variable : file.variables()) {
            if (isWanted.test(variable)) {
                List<DimensionDefinition> used = variable.dimensions().stream()
                        .map(dimension -> dimensions.get(dimension.index())).toList();
                variable(variable.name(), variable.type(), used, definitions(variable.attributes()));
            }
        }
        return this;
    }

    private static List<AttributeDefinition> definitions(List<Attribute> stored) {
        return stored.stream().map(AttributeDefinition::of).toList();
    }

    /// Chooses the format, checks its limits and lays out the file.
    ///
    /// @return the definition
    /// @throws IllegalArgumentException when the format that was asked for, or any, cannot hold what is defined
    public FileDefinition build() {
        if (format != null) {
            Optional<String> obstacle = obstacle(format);
            if (obstacle.isPresent()) {
                throw new IllegalArgumentException(format.label() + " cannot hold this: " + obstacle.get()
                        + (format == ContainerFormat.CDF_5 ? "" : "; CDF-5 can"));
            }
            return build(format, "it was asked for");
        }
        Optional<String> obstacle = obstacle(ContainerFormat.CDF_2);
        if (obstacle.isEmpty()) {
            return build(ContainerFormat.CDF_2, "it is the default");
        }
        Optional<String> never = obstacle(ContainerFormat.CDF_5);
        if (never.isPresent()) {
            throw new IllegalArgumentException("no classic netCDF file can hold this: " + never.get());
        }
        return build(ContainerFormat.CDF_5, obstacle.get() + ", which CDF-2 does not allow");
    }

    /// Takes a layout as it is in a file that was read: its limits are those of its reader.
    FileDefinition build(ContainerFormat stored, FileLayout layout) {
        return new FileDefinition(stored, "the file has it", fill, dimensions, attributes, variables, layout);
    }

    private Optional<String> obstacle(ContainerFormat candidate) {
        return plan.obstacle(candidate, dimensions, attributes, variables);
    }

    private FileDefinition build(ContainerFormat chosen, String reason) {
        long headerBytes = HeaderEncoder.size(chosen, dimensions, attributes, variables);
        return new FileDefinition(chosen, reason, fill, dimensions, attributes, variables,
                plan.place(chosen, headerBytes, variables));
    }
}
