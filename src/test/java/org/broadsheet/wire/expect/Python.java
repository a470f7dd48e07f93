package org.broadsheet.wire.expect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.wire.expect.PythonLexer.Kind;
import org.broadsheet.wire.expect.PythonLexer.Token;

/**
 * Enough of Python to judge the expectations of feedparser's suite: and, or, not, comparisons, subscripts, attributes,
 * get, len, and literals. Values are strings, BigDecimals, Booleans, Optionals for None, lists, maps, and whatever a
 * {@link Names} gives.
 */
public final class Python {
    private static final Optional<Object> NONE = Optional.empty();

    private final List<Token> tokens;
    private final Names names;
    private int at;

    private Python(List<Token> tokens, Names names) {
        this.tokens = tokens;
        this.names = names;
    }

    /** What the names of an expression mean. */
    public interface Names {
        /** A name by itself, such as {@code feed}. */
        Object name(String name);

        /** A member of a value that this gave, or {@link Missing}, or {@link NotMapped}. */
        Object member(Object of, String name);

        /** Whether a value that this gave is the same as a literal. */
        boolean same(Object ours, Object literal);
    }

    /** There is no such key. */
    public static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String what;

        public Missing(String what) {
            this.what = what;
        }

        public String what() {
            return what;
        }
    }

    /** The paper does not keep this. */
    public static final class NotMapped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String what;

        public NotMapped(String what) {
            this.what = what;
        }

        public String what() {
            return what;
        }
    }

    public static boolean holds(String expression, Names names) {
        Python python = new Python(new PythonLexer(expression).tokens(), names);
        Object value = python.or();
        if (python.peek().kind() != Kind.END) {
            throw new IllegalArgumentException("not understood from " + python.peek() + ": " + expression);
        }
        return truth(value);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean take(String mark) {
        if (peek().is(mark)) {
            at++;
            return true;
        }
        return false;
    }

    private Object or() {
        Object left = and();
        while (take("or")) {
            Object right = and();
            left = truth(left) ? left : right;
        }
        return left;
    }

    private Object and() {
        Object left = not();
        while (take("and")) {
            Object right = not();
            left = truth(left) ? right : left;
        }
        return left;
    }

    private Object not() {
        return take("not") ? (Object) !truth(not()) : comparison();
    }

    private Object comparison() {
        Object left = sum();
        boolean compared = false;
        boolean holds = true;
        while (true) {
            if (take("==")) {
                Object right = sum();
                holds &= same(left, right);
                left = right;
            } else if (take("!=")) {
                Object right = sum();
                holds &= !same(left, right);
                left = right;
            } else if (take("is")) {
                boolean not = take("not");
                holds &= same(left, sum()) != not;
            } else if (take("in")) {
                holds &= contains(sum(), left);
            } else if (peek().is("not") && tokens.get(at + 1).is("in")) {
                at += 2;
                holds &= !contains(sum(), left);
            } else {
                return compared ? (Object) holds : left;
            }
            compared = true;
        }
    }

    private Object sum() {
        Object left = primary();
        while (take("+")) {
            left = left.toString() + primary();
        }
        return left;
    }

    private Object primary() {
        Object value = atom();
        while (true) {
            if (take("[")) {
                Object key = or();
                expect("]");
                value = subscript(value, key);
            } else if (take(".")) {
                String name = tokens.get(at++).text();
                value = take("(") ? call(value, name) : names.member(value, name);
            } else {
                return value;
            }
        }
    }

    private Object call(Object of, String method) {
        List<Object> arguments = arguments();
        String key = arguments.getFirst().toString();
        try {
            Object found = names.member(of, key);
            return method.equals("has_key") ? true : found;
        } catch (Missing e) {
            return method.equals("has_key") ? false : arguments.size() > 1 ? arguments.get(1) : NONE;
        }
    }

    private List<Object> arguments() {
        List<Object> arguments = new ArrayList<>();
        while (!take(")")) {
            arguments.add(or());
            take(",");
        }
        return arguments;
    }

    private Object subscript(Object value, Object key) {
        if (value instanceof List<?> list && key instanceof BigDecimal number) {
            int index = number.intValue() < 0 ? list.size() + number.intValue() : number.intValue();
            if (index >= list.size() || index < 0) {
                throw new Missing("there are " + list.size() + ", asked for number " + index);
            }
            return Objects.requireNonNull(list.get(index));
        }
        return names.member(value, key.toString());
    }

    private Object atom() {
        Token token = tokens.get(at++);
        return switch (token.kind()) {
            case TEXT -> texts(token.text());
            case NUMBER -> new BigDecimal(token.text());
            case NAME -> name(token.text());
            case MARK -> mark(token.text());
            case END -> throw new IllegalArgumentException("the expression ends early");
        };
    }

    private String texts(String first) {
        StringBuilder all = new StringBuilder(first);
        while (peek().kind() == Kind.TEXT) {
            all.append(tokens.get(at++).text());
        }
        return all.toString();
    }

    private Object name(String name) {
        return switch (name) {
            case "None" -> NONE;
            case "True" -> true;
            case "False" -> false;
            case "len" -> {
                expect("(");
                Object of = arguments().getFirst();
                yield new BigDecimal(
                        of instanceof List<?> list ? list.size() : of.toString().length());
            }
            default -> names.name(name);
        };
    }

    private Object mark(String mark) {
        return switch (mark) {
            case "(" -> parenthesis();
            case "[" -> list();
            case "{" -> map();
            case "-" -> ((BigDecimal) atom()).negate();
            default -> throw new IllegalArgumentException("not understood: " + mark);
        };
    }

    private Object parenthesis() {
        List<Object> values = new ArrayList<>();
        boolean tuple = false;
        while (!take(")")) {
            values.add(or());
            tuple |= take(",");
        }
        return tuple || values.isEmpty() ? values : values.getFirst();
    }

    private List<Object> list() {
        List<Object> values = new ArrayList<>();
        while (!take("]")) {
            values.add(or());
            take(",");
        }
        return values;
    }

    private Map<String, Object> map() {
        Map<String, Object> values = new LinkedHashMap<>();
        while (!take("}")) {
            String key = or().toString();
            expect(":");
            values.put(key, or());
            take(",");
        }
        return values;
    }

    private void expect(String mark) {
        if (!take(mark)) {
            throw new IllegalArgumentException("expected " + mark + ", found " + peek());
        }
    }

    private boolean same(Object left, Object right) {
        if (left instanceof BigDecimal a && right instanceof Boolean b) {
            return (a.signum() != 0) == b;
        }
        return names.same(left, right);
    }

    private static boolean contains(Object in, Object what) {
        return in instanceof List<?> list ? list.contains(what) : in.toString().contains(what.toString());
    }

    private static boolean truth(Object value) {
        return switch (value) {
            case Boolean b -> b;
            case BigDecimal n -> n.signum() != 0;
            case String s -> !s.isEmpty();
            case Optional<?> o -> o.isPresent();
            case List<?> l -> !l.isEmpty();
            case Map<?, ?> m -> !m.isEmpty();
            default -> true;
        };
    }
}
