package dev.exodusii.cli.cat;

import dev.exodusii.cli.rows.Column;
import dev.exodusii.cli.rows.RowWriter;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.InterpolatedView;
import dev.exodusii.view.RealView;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongUnaryOperator;

/// One column of a [Slab]: what is in it at each row.
public sealed interface Field {

    /// Returns the heading.
    String name();

    /// Returns the column that rows are written to.
    Column column();

    /// Writes one cell.
    ///
    /// @param row  the 0-based row of the slab
    /// @param rows where it goes
    void write(long row, RowWriter rows);

    /// Returns one cell as a number, for comparisons.
    ///
    /// @param row the 0-based row of the slab
    /// @return the number; NaN for words and for what does not exist
    double number(long row);

    /// Tells whether the values are what was asked for, and not the step, the id or the block that they belong to.
    boolean isValue();

    /// Real numbers, at one step or between two.
    ///
    /// @param name   the heading
    /// @param values the values
    record Reals(String name, InterpolatedView values) implements Field {

        /// Returns the field of values that are not interpolated.
        ///
        /// @param name   the heading
        /// @param values the values
        /// @return the field
        public static Reals of(String name, RealView values) {
            return new Reals(name, InterpolatedView.of(values, values, 0));
        }

        @Override
        public Column column() {
            return Column.numbers(name);
        }

        /// Tells whether 32 bits hold the values.
        boolean isFloat() {
            return values.stored().filter(stored -> stored.type() == ElementType.FLOAT).isPresent();
        }

        @Override
        public void write(long row, RowWriter rows) {
            if (isFloat()) {
                rows.real(values.getFloat(row));
            } else {
                rows.real(number(row));
            }
        }

        @Override
        public double number(long row) {
            return values.get(row);
        }

        @Override
        public boolean isValue() {
            return true;
        }
    }

    /// Integers.
    ///
    /// @param name    the heading
    /// @param values  the integer of each row
    /// @param isLong  whether 64 bits are needed
    /// @param isValue whether they are what was asked for
    /// @param isId    whether they are labels that users gave
    record Integers(String name, LongUnaryOperator values, boolean isLong, boolean isValue, boolean isId)
            implements Field {

        /// Returns the field of what rows are named by.
        ///
        /// @param name   the heading
        /// @param values the integer of each row
        /// @param isId   whether they are ids, not positions or numbers
        /// @return the field
        static Integers label(String name, LongUnaryOperator values, boolean isId) {
            return new Integers(name, values, true, false, isId);
        }

        /// Returns the field of integers that were asked for.
        ///
        /// @param name   the heading
        /// @param values the integer of each row
        /// @param isLong whether 64 bits are needed
        /// @param isId   whether they are ids
        /// @return the field
        static Integers value(String name, LongUnaryOperator values, boolean isLong, boolean isId) {
            return new Integers(name, values, isLong, true, isId);
        }

        @Override
        public Column column() {
            return Column.numbers(name);
        }

        @Override
        public void write(long row, RowWriter rows) {
            if (isId) {
                rows.id(values.applyAsLong(row));
            } else {
                rows.integer(values.applyAsLong(row));
            }
        }

        @Override
        public double number(long row) {
            return values.applyAsLong(row);
        }
    }

    /// One real number in all rows, such as the time.
    ///
    /// @param name  the heading
    /// @param value the number
    record Constant(String name, double value) implements Field {

        @Override
        public Column column() {
            return Column.numbers(name);
        }

        @Override
        public void write(long row, RowWriter rows) {
            rows.real(value);
        }

        @Override
        public double number(long row) {
            return value;
        }

        @Override
        public boolean isValue() {
            return false;
        }
    }

    /// Real numbers that are computed and only compared with.
    ///
    /// @param name   the heading
    /// @param values the number of each row
    record Computed(String name, LongToDoubleFunction values) implements Field {

        @Override
        public Column column() {
            return Column.numbers(name);
        }

        @Override
        public void write(long row, RowWriter rows) {
            rows.real(number(row));
        }

        @Override
        public double number(long row) {
            return values.applyAsDouble(row);
        }

        @Override
        public boolean isValue() {
            return true;
        }
    }

    /// Words.
    ///
    /// @param name  the heading
    /// @param words the word of each row
    record Words(String name, LongFunction<String> words) implements Field {

        @Override
        public Column column() {
            return Column.words(name);
        }

        @Override
        public void write(long row, RowWriter rows) {
            rows.word(words.apply(row));
        }

        @Override
        public double number(long row) {
            return Double.NaN;
        }

        @Override
        public boolean isValue() {
            return false;
        }
    }

    /// Values that do not exist, as where the truth table says no.
    ///
    /// @param name the heading
    record Absent(String name) implements Field {

        @Override
        public Column column() {
            return Column.numbers(name);
        }

        @Override
        public void write(long row, RowWriter rows) {
            rows.absent();
        }

        @Override
        public double number(long row) {
            return Double.NaN;
        }

        @Override
        public boolean isValue() {
            return true;
        }
    }
}
