package dev.exodusii.cli.cat;

import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.cat.ConditionTokens.Kind;
import dev.exodusii.cli.cat.ConditionTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads conditions. From weak to strong: `or`, `and`, `not`, comparisons (also `0 < x < 1`), `+ -`, `* /`, a sign, `^`,
/// parentheses and functions. Names with other characters than letters, digits, `_`, `.`, `:`, `#`, `[` and `]` stand
/// between quotes.
final class ConditionParser {

    static final String SPELLING = "conditions are such as 'stress_xx > 1e6', 'T >= 300 and not (x < 0.5 or"
            + " y < 1)', 'abs(disp_y) > 2*disp_x', 'T == nan'";
    private static final Map<String, Expression.Question> QUESTIONS = Map.of("isnan", Double::isNaN, "isinf",
            Double::isInfinite, "isfinite", Double::isFinite);
    private static final List<String> COMPARISONS = List.of("<=", ">=", "==", "!=", "<>", "<", ">", "=");

    private final String text;
    private final ConditionTokens tokens;
    private Token token;

    ConditionParser(String text) {
        this(text, "condition", SPELLING);
    }

    /// @param text     what the user typed
    /// @param what     what it should be, for messages
    /// @param spelling how such a thing is spelt, for messages
    ConditionParser(String text, String what, String spelling) {
        this.text = text;
        this.tokens = new ConditionTokens(text, what, spelling);
        this.token = tokens.next();
    }

    Expression parse() {
        Expression whole = either();
        if (token.kind() != Kind.END) {
            throw wrong("'" + token.text() + "' is not expected there");
        }
        return truth(whole);
    }

    /// Reads a formula: what computes a number.
    Expression parseNumber() {
        Expression whole = sum();
        if (token.kind() != Kind.END) {
            throw wrong("'" + token.text() + "' is not expected there");
        }
        return number(whole);
    }

    private Expression either() {
        return several(this::all, false, "or", "||");
    }

    private Expression all() {
        return several(this::negation, true, "and", "&&");
    }

    private Expression several(Supplier<Expression> part, boolean isAll, String word, String sign) {
        Expression first = part.get();
        if (!isWord(word) && !isSign(sign)) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(truth(first)));
        while (skipWord(word) || skipSign(sign)) {
            parts.add(truth(part.get()));
        }
        return new Expression.Several(parts, isAll);
    }

    private Expression negation() {
        return skipWord("not") || skipSign("!") ? new Expression.Not(truth(negation())) : comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        List<Expression> chain = new ArrayList<>();
        while (token.kind() == Kind.SIGN && COMPARISONS.contains(token.text())) {
            String sign = switch (token.text()) {
                case "=" -> "==";
                case "<>" -> "!=";
                default -> token.text();
            };
            token = tokens.next();
            Expression right = number(sum());
            boolean isAboutNaN = Expression.Comparison.isNaN(left) || Expression.Comparison.isNaN(right);
            if (isAboutNaN && !sign.equals("==") && !sign.equals("!=")) {
                throw wrong("NaN is neither less nor greater than anything");
            }
            chain.add(new Expression.Comparison(number(left), sign, right));
            left = right;
        }
        return chain.isEmpty() ? left : chain.size() == 1 ? chain.getFirst() : new Expression.Several(chain, true);
    }

    private Expression sum() {
        Expression all = product();
        while (isSign("+") || isSign("-")) {
            all = binary(isSign("+") ? Operation.PLUS : Operation.MINUS, all, this::product);
        }
        return all;
    }

    private Expression product() {
        Expression all = signed();
        while (isSign("*") || isSign("/")) {
            all = binary(isSign("*") ? Operation.TIMES : Operation.DIVIDED, all, this::signed);
        }
        return all;
    }

    private Expression signed() {
        if (skipSign("-")) {
            Expression rest = number(signed());
            return rest instanceof Expression.Literal literal ? literal.negated()
                    : new Expression.Computed(Operation.NEGATED, List.of(rest));
        }
        return skipSign("+") ? number(signed()) : power();
    }

    private Expression power() {
        Expression base = primary();
        return isSign("^") || isSign("**") ? binary(Operation.POWER, base, this::signed) : base;
    }

    private Expression binary(Operation operation, Expression left, Supplier<Expression> right) {
        token = tokens.next();
        return new Expression.Computed(operation, List.of(number(left), number(right.get())));
    }

    private Expression primary() {
        Token here = token;
        if (skipSign("(")) {
            Expression inside = either();
            close();
            return inside;
        }
        token = here.kind() == Kind.END || here.kind() == Kind.SIGN ? token : tokens.next();
        return switch (here.kind()) {
            case NUMBER -> Expression.Literal.parse(here.text());
            case QUOTED -> new Expression.Named(here.text());
            case NAME -> isSign("(") ? call(here.text()) : word(here.text());
            case SIGN -> throw wrong("'" + here.text() + "' is not expected there");
            case END -> throw wrong("it ends too early");
        };
    }

    private static Expression word(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "nan" -> Expression.Literal.of(Double.NaN);
            case "inf", "infinity" -> Expression.Literal.of(Double.POSITIVE_INFINITY);
            default -> new Expression.Named(name);
        };
    }

    private Expression call(String name) {
        token = tokens.next();
        List<Expression> operands = new ArrayList<>(List.of(number(either())));
        while (skipSign(",")) {
            operands.add(number(either()));
        }
        close();
        Expression.Question question = QUESTIONS.get(name);
        if (question != null && operands.size() == 1) {
            return new Expression.Asked(question, operands.getFirst());
        }
        Optional<Operation> function = Operation.function(name);
        if (function.isEmpty() && question == null) {
            throw AbsentException.syntax("there is no function '" + name + "' in '" + text.strip() + "'",
                    "functions are " + String.join(", ", Operation.functions()) + ", isnan, isinf, isfinite");
        }
        if (function.isEmpty() || !function.get().takes(operands.size())) {
            throw wrong(name + " does not take " + operands.size() + (operands.size() == 1 ? " number" : " numbers"));
        }
        return new Expression.Computed(function.get(), operands);
    }

    private void close() {
        if (!skipSign(")")) {
            throw wrong(token.kind() == Kind.END ? "a ')' is missing" : "'" + token.text() + "' is not expected there");
        }
    }

    private Expression truth(Expression expression) {
        if (expression.isNumber()) {
            throw wrong("it compares nothing");
        }
        return expression;
    }

    private Expression number(Expression expression) {
        if (!expression.isNumber()) {
            throw wrong("it computes with what is true or false");
        }
        return expression;
    }

    private AbsentException wrong(String why) {
        return tokens.wrong(why);
    }

    private boolean isSign(String sign) {
        return token.kind() == Kind.SIGN && token.text().equals(sign);
    }

    private boolean isWord(String word) {
        return token.kind() == Kind.NAME && token.text().equalsIgnoreCase(word);
    }

    private boolean skipSign(String sign) {
        boolean isIt = isSign(sign);
        token = isIt ? tokens.next() : token;
        return isIt;
    }

    private boolean skipWord(String word) {
        boolean isIt = isWord(word);
        token = isIt ? tokens.next() : token;
        return isIt;
    }
}
