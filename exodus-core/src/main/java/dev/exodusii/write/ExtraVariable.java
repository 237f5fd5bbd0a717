package dev.exodusii.write;

import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.view.ElementType;
import java.util.List;

/// A variable of the container for which the model has no word, such as one that describes the decomposition of a mesh.
///
/// @param name       its name in the container
/// @param type       the type of its values
/// @param dimensions the names of its dimensions, slowest first; `time_step`, only as the first, gives it values at each
///                   step
/// @param attributes its attributes
public record ExtraVariable(String name, ElementType type, List<String> dimensions,
        List<AttributeDefinition> attributes) {

    /// Makes the variable; the lists are copied.
    public ExtraVariable {
        dimensions = List.copyOf(dimensions);
        attributes = List.copyOf(attributes);
    }
}
