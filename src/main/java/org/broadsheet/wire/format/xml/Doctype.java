package org.broadsheet.wire.format.xml;

/**
 * A document type declaration: of all it may say only the internal text entities are taken. Nothing it points to is
 * ever fetched, and parameter entities are passed over.
 */
final class Doctype {
    private final Cursor in;
    private final XmlEntities entities;

    Doctype(Cursor in, XmlEntities entities) {
        this.in = in;
        this.entities = entities;
    }

    void read() {
        in.skip(9);
        while (in.more()) {
            char c = in.peek();
            in.skip(1);
            if (c == '>') {
                return;
            }
            if (c == '"' || c == '\'') {
                in.upTo(String.valueOf(c));
            } else if (c == '[') {
                subset();
            }
        }
    }

    private void subset() {
        while (in.more()) {
            in.skipSpace();
            if (in.startsWith("<!--")) {
                in.upTo("-->");
            } else if (in.startsWith("<!ENTITY")) {
                in.skip(8);
                entity();
            } else if (in.startsWith("<")) {
                declaration();
            } else if (in.peek() == ']') {
                in.skip(1);
                return;
            } else {
                in.skip(1);
            }
        }
    }

    private void entity() {
        in.skipSpace();
        String name = in.name();
        in.skipSpace();
        char quote = in.peek();
        if (!name.isEmpty() && (quote == '"' || quote == '\'')) {
            in.skip(1);
            entities.declare(name, in.upTo(String.valueOf(quote)));
        }
        declaration();
    }

    private void declaration() {
        while (in.more()) {
            char c = in.peek();
            in.skip(1);
            if (c == '>') {
                return;
            }
            if (c == '"' || c == '\'') {
                in.upTo(String.valueOf(c));
            }
        }
    }
}
