package dev.exodusii;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.FindingCode;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.TextView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the model asks of the container, with the tolerance that files of foreign writers need.
final class Storage {

    private final NetcdfFile container;
    private final Consumer<Finding> reports;

    private Storage(NetcdfFile container, Consumer<Finding> reports) {
        this.container = container;
        this.reports = reports;
    }

    /// What is odd is told, as it is met: for opening.
    static Storage reporting(NetcdfFile container, Consumer<Finding> reports) {
        return new Storage(container, reports);
    }

    /// What is odd has been told already: for everything that users call later, from any thread.
    static Storage silent(NetcdfFile container) {
        return new Storage(container, finding -> {});
    }

    NetcdfFile container() {
        return container;
    }

    /// Returns the length of a dimension; a count of zero is never stored, so a missing dimension means 0.
    long length(String dimension) {
        return dimension.isEmpty() ? 0 : container.dimension(dimension).map(Dimension::length).orElse(0L);
    }

    Optional<Variable> variable(String name) {
        return name.isEmpty() ? Optional.empty() : container.variable(name);
    }

    /// Returns the values of a variable that lies whole in the file; the container has announced it when it does not.
    Optional<ArrayView> values(String name) {
        return variable(name).filter(Variable::isComplete).map(Variable::view);
    }

    /// Returns a list of integers of any type and any rank.
    Optional<IntegerView> integers(String name) {
        Optional<ArrayView> values = values(name);
        if (values.isPresent() && !values.get().type().isInteger()) {
            report(Severity.WARNING, FindingCode.UNEXPECTED_TYPE, name,
                    "holds " + values.get().type().label() + " where integers are expected; ignored");
            return Optional.empty();
        }
        if (values.isPresent() && values.get().rank() > 1 && !values.get().isContiguous()) {
            report(Severity.WARNING, FindingCode.VALUES_SHAPE, name, "is spread over the records as " + values.get()
                    + " where a list is expected; ignored");
            return Optional.empty();
        }
        return values.map(ArrayView::integers);
    }

    /// Returns integers that the file must have: a list, or a table whose rows follow one another.
    ///
    /// @param missing what to say when there is no such variable
    /// @throws DamagedDataException when they are missing, cut off or of another form
    IntegerView requireIntegers(String name, String missing) {
        ArrayView values = variable(name)
                .orElseThrow(() -> new DamagedDataException(container.name(), name, missing)).view();
        if (!values.type().isInteger()) {
            throw new DamagedDataException(container.name(), name,
                    "holds " + values.type().label() + " where integers are expected");
        }
        requireList(name, values);
        return values.integers();
    }

    /// Makes sure that values can be taken as a list: those of a table over the records cannot.
    ///
    /// @throws DamagedDataException when they cannot
    void requireList(String name, ArrayView values) {
        if (values.rank() > 1) {
            requireContiguous(name, values);
        }
    }

    /// Makes sure that values follow one another: those over the records do not.
    ///
    /// @throws DamagedDataException when they do not
    void requireContiguous(String name, ArrayView values) {
        if (!values.isContiguous()) {
            throw new DamagedDataException(container.name(), name, "is spread over the records as " + values
                    + " where a list is expected");
        }
    }

    /// Returns a text array of one name or line in each row.
    Optional<TextView> text(String name) {
        return values(name).filter(values -> values.type().byteSize() == 1)
                .filter(values -> values.rank() <= 2 || values.isContiguous()).map(ArrayView::text);
    }

    /// Reads `count` names; rows that the file lacks are empty names.
    List<String> names(String variable, int count) {
        Optional<TextView> rows = text(variable);
        List<String> names = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            names.add(rows.isPresent() && i < rows.get().size() ? rows.get().get(i) : "");
        }
        if (rows.isPresent() && rows.get().size() != count) {
            report(Severity.WARNING, FindingCode.COUNT_MISMATCH, variable,
                    "holds " + rows.get().size() + " names for " + count + " entries");
        }
        return List.copyOf(names);
    }

    Optional<Attribute> attribute(String... spellings) {
        for (String spelling : spellings) {
            Optional<Attribute> found = container.attribute(spelling);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    void report(Severity severity, FindingCode code, String place, String message) {
        reports.accept(new Finding(severity, code, place, message));
    }

    /// Reports what was found several times in one place.
    void report(Severity severity, FindingCode code, String place, String message, List<String> found) {
        reports.accept(Finding.of(severity, code, place, message, found));
    }
}
