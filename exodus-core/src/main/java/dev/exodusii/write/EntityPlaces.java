package dev.exodusii.write;

import java.util.NoSuchElementException;

/// Where the values of one block, set, assembly or blob go. Used by the thread that uses the writer.
public sealed class EntityPlaces permits BlockPlaces, SetPlaces {

    private final ExodusWriter writer;
    private final EntityDefinition entity;
    private final int index;

    EntityPlaces(ExodusWriter writer, EntityDefinition entity, int index) {
        this.writer = writer;
        this.entity = entity;
        this.index = index;
    }

    /// Returns what was defined.
    public EntityDefinition definition() {
        return entity;
    }

    /// Returns where the values of a variable go.
    ///
    /// @param variableName the name
    /// @return the place
    /// @throws NoSuchElementException when there is no such variable, or not here
    public SeriesPlace variable(String variableName) {
        return writer.variable(entity, index, variableName);
    }

    /// Returns where the value of a variable goes that has one for the entity as a whole.
    ///
    /// @param variableName the name
    /// @return the place of one value at each step
    /// @throws NoSuchElementException when there is no such variable, or not here
    public SeriesPlace reductionVariable(String variableName) {
        return writer.reduction(entity, index, variableName);
    }

    /// Returns where the values of all those variables go together that have one for the entity as a whole.
    ///
    /// @return the place of one value for each variable at each step
    /// @throws NoSuchElementException when there are none here
    public SeriesPlace reductionVariables() {
        return writer.reductions(entity, index);
    }

    /// Returns where the attributes of the entries go.
    ///
    /// @return their places
    /// @throws NoSuchElementException when none are defined
    public AttributePlaces attributes() {
        return writer.attributes(entity, index);
    }

    final IntegerPlace integers(String prefix, long added) {
        return new IntegerPlace(writer.fixed(prefix + number(), entity.label()), added);
    }

    final RealPlace reals(String prefix) {
        return new RealPlace(writer.fixed(prefix + number(), entity.label()));
    }

    private String number() {
        return ExodusLayout.suffix(entity, index);
    }
}
