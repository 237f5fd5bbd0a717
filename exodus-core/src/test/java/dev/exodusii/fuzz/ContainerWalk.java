package dev.exodusii.fuzz;

import static dev.exodusii.fuzz.Judge.require;

import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.ElementType;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Everything that the container says, value by value, against the second reader.
final class ContainerWalk {

    private final NetcdfFile container;
    private final ClassicFile expected;
    private final Judge judge;
    private final Views views;

    ContainerWalk(NetcdfFile container, ClassicFile expected, Judge judge, Views views) {
        this.container = container;
        this.expected = expected;
        this.judge = judge;
        this.views = views;
    }

    void walk() {
        judge.ask("the container's words", () -> container.toString() + container.layout() + container.format()
                + container.dimensions() + container.findings() + container.recordDimension());
        judge.ask("headerDigest", container::headerDigest);
        require(container.layout().headerBytes() == expected.headerBytes(), "the header has "
                + container.layout().headerBytes() + " bytes where " + expected.headerBytes() + " are expected");
        require(container.layout().records() == expected.records(), container.layout().records() + " records where "
                + expected.records() + " are there");
        attributes();
        Judge.requireSize(expected.variables().size(), container.variables(), "variables");
        for (int v = 0; v < container.variables().size(); v++) {
            Variable variable = container.variables().get(v);
            ClassicFile.Var twin = expected.variables().get(v);
            judge.ask("variable " + v, () -> variable(variable, twin));
        }
    }

    private void attributes() {
        Judge.requireSize(expected.attributes(true).size(), container.attributes(), "attributes");
        for (int a = 0; a < container.attributes().size(); a++) {
            attribute(container.attributes().get(a), expected.attributes(true).get(a));
        }
    }

    private void attribute(Attribute attribute, ClassicFile.Att twin) {
        require(attribute.type() == twin.type() && attribute.length() == twin.length(), attribute + " is wrong");
        judge.ask("an attribute's words", () -> attribute.text() + attribute.toString() + attribute.integer()
                + attribute.real());
        values(attribute.values(), twin.type(), twin.offset(), twin.length());
    }

    private int variable(Variable variable, ClassicFile.Var twin) {
        require(variable.type() == twin.type() && Arrays.equals(variable.shape(), twin.shape())
                && variable.begin() == twin.begin() && variable.isRecord() == twin.isRecord()
                && variable.isComplete() == expected.isComplete(twin), variable + " is wrong");
        Judge.requireSize(twin.attributes().size(), variable.attributes(), "attributes of a variable");
        for (int a = 0; a < variable.attributes().size(); a++) {
            attribute(variable.attributes().get(a), twin.attributes().get(a));
        }
        ArrayView view = variable.view();
        if (!twin.isRecord()) {
            values(view, twin.type(), twin.begin(), twin.valuesInSlab());
        }
        for (long record = 0; twin.isRecord() && record < expected.records(); record++) {
            values(view.select(0, record), twin.type(), twin.begin() + record * expected.stride(),
                    twin.valuesInSlab());
        }
        return view.toString().length();
    }

    private void values(ArrayView view, ElementType type, long offset, long count) {
        require(view.count() == count, view + " where " + count + " values are expected");
        if (type == ElementType.CHAR) {
            views.text(view.text());
            require(expected.areBytes(offset, view.rawSegment().orElseThrow().toArray(ValueLayout.JAVA_BYTE)),
                    "text is wrong");
        } else if (type.isReal()) {
            double[] found = view.reals().toArray();
            for (int i = 0; i < found.length; i++) {
                Views.same(expected.real(offset + (long) i * type.byteSize(), type), found[i]);
            }
        } else {
            long[] found = view.integers().toArray();
            for (int i = 0; i < found.length; i++) {
                require(found[i] == expected.integer(offset + (long) i * type.byteSize(), type), "an integer is wrong");
            }
        }
    }
}
