package dev.exodusii.cli.cat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.LongPredicate;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongUnaryOperator;

/// Part of a condition: something that is true or not, or a number.
sealed interface Expression {

    /// Makes a test of rows.
    ///
    /// @param fields finds the fields that are named
    /// @return the test
    default LongPredicate test(Function<String, Field> fields) {
        throw new IllegalStateException("a number is neither true nor false");
    }

    /// Makes a function that computes a number from each row.
    ///
    /// @param fields finds the fields that are named
    /// @return the function
    default LongToDoubleFunction number(Function<String, Field> fields) {
        throw new IllegalStateException("what is true or not is no number");
    }

    /// Makes a function that tells the integer of each row exactly: a double holds only those of up to 53 bits.
    ///
    /// @param fields finds the fields that are named
    /// @return the function; nothing where it is no integer, or a computed one
    default Optional<LongUnaryOperator> integer(Function<String, Field> fields) {
        return Optional.empty();
    }

    /// Tells whether it is a number, and not true or false.
    boolean isNumber();

    /// A number as typed.
    ///
    /// @param value the number
    /// @param whole the same as an integer, where it is one of 64 bits
    record Literal(double value, OptionalLong whole) implements Expression {

        /// Returns a number that is no integer.
        static Literal of(double value) {
            return new Literal(value, OptionalLong.empty());
        }

        /// Reads what was typed.
        static Literal parse(String text) {
            OptionalLong whole;
            try {
                whole = OptionalLong.of(new BigDecimal(text).longValueExact());
            } catch (ArithmeticException | NumberFormatException none) {
                whole = OptionalLong.empty();
            }
            return new Literal(Double.parseDouble(text), whole);
        }

        Literal negated() {
            return new Literal(-value, whole.isPresent() ? OptionalLong.of(-whole.getAsLong()) : whole);
        }

        @Override
        public Optional<LongUnaryOperator> integer(Function<String, Field> fields) {
            return whole.isPresent() ? Optional.of(_ -> whole.getAsLong()) : Optional.empty();
        }

        @Override
        public LongToDoubleFunction number(Function<String, Field> fields) {
            return _ -> value;
        }

        @Override
        public boolean isNumber() {
            return true;
        }
    }

    /// A field of the row.
    ///
    /// @param name its name
    record Named(String name) implements Expression {

        @Override
        public LongToDoubleFunction number(Function<String, Field> fields) {
            return fields.apply(name)::number;
        }

        @Override
        public Optional<LongUnaryOperator> integer(Function<String, Field> fields) {
            return fields.apply(name) instanceof Field.Integers integers ? Optional.of(integers.values())
                    : Optional.empty();
        }

        @Override
        public boolean isNumber() {
            return true;
        }
    }

    /// What an operator or a function makes of numbers.
    ///
    /// @param operation what it is
    /// @param operands  of what, at least one
    record Computed(Operation operation, List<Expression> operands) implements Expression {

        @Override
        public LongToDoubleFunction number(Function<String, Field> fields) {
            LongToDoubleFunction first = operands.getFirst().number(fields);
            if (operands.size() == 1) {
                return row -> operation.of(first.applyAsDouble(row));
            }
            LongToDoubleFunction all = first;
            for (Expression operand : operands.subList(1, operands.size())) {
                LongToDoubleFunction left = all;
                LongToDoubleFunction right = operand.number(fields);
                all = row -> operation.of(left.applyAsDouble(row), right.applyAsDouble(row));
            }
            return all;
        }

        @Override
        public boolean isNumber() {
            return true;
        }
    }

    /// A comparison of two numbers.
    ///
    /// @param left  the number on the left
    /// @param sign  `<`, `<=`, `==`, `!=`, `>=` or `>`
    /// @param right the number on the right
    record Comparison(Expression left, String sign, Expression right) implements Expression {

        /// How NaN stands to any number: neither below, above nor equal.
        private static final int UNORDERED = 2;

        @Override
        public LongPredicate test(Function<String, Field> fields) {
            if (isNaN(left) || isNaN(right)) {
                LongToDoubleFunction asked = (isNaN(right) ? left : right).number(fields);
                boolean isWantedNaN = sign.equals("==");
                return row -> Double.isNaN(asked.applyAsDouble(row)) == isWantedNaN;
            }
            Optional<LongUnaryOperator> leftInteger = left.integer(fields);
            Optional<LongUnaryOperator> rightInteger = right.integer(fields);
            IntPredicate isWanted = wantedOrder();
            if (leftInteger.isPresent() && rightInteger.isPresent()) {
                LongUnaryOperator a = leftInteger.get();
                LongUnaryOperator b = rightInteger.get();
                return row -> isWanted.test(Long.compare(a.applyAsLong(row), b.applyAsLong(row)));
            }
            LongToDoubleFunction a = left.number(fields);
            LongToDoubleFunction b = right.number(fields);
            return row -> isWanted.test(order(a.applyAsDouble(row), b.applyAsDouble(row)));
        }

        private static int order(double a, double b) {
            return a < b ? -1 : a > b ? 1 : a == b ? 0 : UNORDERED;
        }

        private IntPredicate wantedOrder() {
            return switch (sign) {
                case "<" -> order -> order == -1;
                case "<=" -> order -> order == -1 || order == 0;
                case ">" -> order -> order == 1;
                case ">=" -> order -> order == 1 || order == 0;
                case "!=" -> order -> order != 0;
                default -> order -> order == 0;
            };
        }

        /// Tells whether `nan` itself was typed.
        static boolean isNaN(Expression side) {
            return side instanceof Literal literal && Double.isNaN(literal.value);
        }

        @Override
        public boolean isNumber() {
            return false;
        }
    }

    /// All or any of several.
    ///
    /// @param parts what is true or not
    /// @param isAll whether all of them must be true, not only one
    record Several(List<Expression> parts, boolean isAll) implements Expression {

        @Override
        public LongPredicate test(Function<String, Field> fields) {
            return parts.stream().map(part -> part.test(fields))
                    .reduce((a, b) -> isAll ? a.and(b) : a.or(b)).orElse(Slab.EVERY);
        }

        @Override
        public boolean isNumber() {
            return false;
        }
    }

    /// The opposite.
    ///
    /// @param part what is true or not
    record Not(Expression part) implements Expression {

        @Override
        public LongPredicate test(Function<String, Field> fields) {
            return part.test(fields).negate();
        }

        @Override
        public boolean isNumber() {
            return false;
        }
    }

    /// A question about what kind of number a number is.
    ///
    /// @param question which
    /// @param part     the number
    record Asked(Question question, Expression part) implements Expression {

        @Override
        public LongPredicate test(Function<String, Field> fields) {
            LongToDoubleFunction number = part.number(fields);
            return row -> question.of(number.applyAsDouble(row));
        }

        @Override
        public boolean isNumber() {
            return false;
        }
    }

    /// What may be asked about one number.
    @FunctionalInterface
    interface Question {
        boolean of(double number);
    }
}
