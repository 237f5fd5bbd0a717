package dev.exodusii.write;

import dev.exodusii.ExodusFile;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.VariableDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the variables of a container for which the model has no word, such as the description of a decomposed mesh.
final class ExtraReader {

    /// Names that the model knows in all files, also where a new file has something else in their place.
    private static final Pattern KNOWN = Pattern.compile("coord[xyz]?|coor_names|time_whole|vals_(?:glo|nod)_var\\d*"
            + "|vals_[a-z]+_var\\d*|vals_[a-z]+_var\\d+[a-z]+-?\\d+|vals_red_var_[a-z]+-?\\d+|name_[a-z]+(?:_red)?_var"
            + "|[a-z]+_var_tab|[a-z]+_names|[a-z]+_status|qa_records|info_records|frame_(?:ids|tags|coordinates)"
            + "|(?:n|e|f|ns|es|fs|ss|els)?attri?b(?:_name)?\\d*|dist_fact_[a-z]+\\d+|(?:assembly|blob)_entity-?\\d+"
            + "|(?:eb|ed|fa|ns|es|fs|ss|els|nm|edm|fam|em)_prop\\d+");

    private final ExodusFile file;
    private final DefinitionState state;

    ExtraReader(ExodusFile file, DefinitionState state) {
        this.file = file;
        this.state = state;
    }

    void read() {
        FileDefinition own = new ExodusLayout(state).layOut().file();
        Set<String> laidOut = new HashSet<>();
        own.variables().stream().map(VariableDefinition::name).forEach(laidOut::add);
        Set<String> dimensions = new HashSet<>();
        own.dimensions().forEach(dimension -> dimensions.add(dimension.name()));
        for (Variable variable : file.container().variables()) {
            if (!laidOut.contains(variable.name()) && !KNOWN.matcher(variable.name()).matches()
                    && !StoredAs.IDS.matches(variable.name()) && !StoredAs.MAPS.matches(variable.name())
                    && !StoredAs.BULK.matches(variable.name()) && variable.isComplete()) {
                add(variable);
            }
        }
        // Dimensions say something by themselves: how many nodes the whole of a decomposed mesh has.
        for (Dimension dimension : file.container().dimensions()) {
            if (!dimension.isRecord() && !dimensions.contains(dimension.name()) && dimension.length() > 0
                    && !isOfModel(dimension.name())) {
                state.extraDimensions.put(dimension.name(), dimension.length());
            }
        }
    }

    /// Numbered dimensions belong to entities, those of entities that are not copied among them.
    private static boolean isOfModel(String name) {
        return name.matches("num_[a-z_]+\\d+") || name.matches("len_(?:name|string|line)|four|num_qa_rec|num_info|"
                + ExodusLayout.TIME
                + "|num_[a-z]+(?:_red)?_var");
    }

    private void add(Variable variable) {
        List<String> names = variable.dimensions().stream()
                .map(dimension -> dimension.isRecord() ? ExodusLayout.TIME : dimension.name()).toList();
        for (Dimension dimension : variable.dimensions()) {
            if (!dimension.isRecord() && !dimension.name().equals(ExodusLayout.TIME)) {
                state.extraDimensions.put(dimension.name(), dimension.length());
            }
        }
        state.extraVariables.add(new ExtraVariable(variable.name(), variable.type(), names,
                variable.attributes().stream().map(AttributeDefinition::of).toList()));
    }
}
