package org.broadsheet.wire.expect;

import java.util.ArrayList;
import java.util.List;

/** The tokens of a Python expression: strings with their escapes undone, numbers, names and marks. */
final class PythonLexer {
    enum Kind {
        TEXT,
        NUMBER,
        NAME,
        MARK,
        END
    }

    record Token(Kind kind, String text) {
        boolean is(String mark) {
            return (kind == Kind.MARK || kind == Kind.NAME) && text.equals(mark);
        }
    }

    private final String source;
    private int at;

    PythonLexer(String source) {
        this.source = source;
    }

    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        while (true) {
            while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
                at++;
            }
            if (at >= source.length()) {
                tokens.add(new Token(Kind.END, ""));
                return tokens;
            }
            tokens.add(next());
        }
    }

    private Token next() {
        char c = source.charAt(at);
        if ((c == 'u' || c == 'b' || c == 'r')
                && at + 1 < source.length()
                && "'\"".indexOf(source.charAt(at + 1)) >= 0) {
            at++;
            return text();
        }
        if (c == '\'' || c == '"') {
            return text();
        }
        if (Character.isDigit(c)) {
            return run(Kind.NUMBER, "[0-9.]+");
        }
        if (Character.isLetter(c) || c == '_') {
            return run(Kind.NAME, "\\w+");
        }
        for (String two : List.of("==", "!=", ">=", "<=")) {
            if (source.startsWith(two, at)) {
                at += 2;
                return new Token(Kind.MARK, two);
            }
        }
        at++;
        return new Token(Kind.MARK, String.valueOf(c));
    }

    private Token run(Kind kind, String pattern) {
        int end = at;
        while (end < source.length() && source.substring(at, end + 1).matches(pattern)) {
            end++;
        }
        Token token = new Token(kind, source.substring(at, end));
        at = end;
        return token;
    }

    private Token text() {
        char quote = source.charAt(at);
        String mark = source.startsWith(String.valueOf(quote).repeat(3), at)
                ? String.valueOf(quote).repeat(3)
                : String.valueOf(quote);
        at += mark.length();
        StringBuilder out = new StringBuilder();
        while (!source.startsWith(mark, at)) {
            char c = source.charAt(at++);
            if (c == '\\') {
                escape(out);
            } else {
                out.append(c);
            }
        }
        at += mark.length();
        return new Token(Kind.TEXT, out.toString());
    }

    private void escape(StringBuilder out) {
        char c = source.charAt(at++);
        switch (c) {
            case 'n' -> out.append('\n');
            case 't' -> out.append('\t');
            case 'r' -> out.append('\r');
            case 'x' -> code(out, 2);
            case 'u' -> code(out, 4);
            case 'U' -> code(out, 8);
            case '\n' -> {}
            case '\\', '\'', '"' -> out.append(c);
            default -> out.append('\\').append(c);
        }
    }

    private void code(StringBuilder out, int digits) {
        out.appendCodePoint(Integer.parseInt(source.substring(at, at + digits), 16));
        at += digits;
    }
}
