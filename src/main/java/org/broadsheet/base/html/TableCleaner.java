package org.broadsheet.base.html;

import org.jsoup.nodes.Element;

/** Tables of data: rows and cells with inline content; a table inside a cell gives its text. */
final class TableCleaner {
    private static final int WIDEST_SPAN = 50;

    private final Sanitiser sanitiser;

    TableCleaner(Sanitiser sanitiser) {
        this.sanitiser = sanitiser;
    }

    void clean(Element from, Element into, int depth) {
        Element table = new Element("table");
        for (Element part : from.children()) {
            switch (part.normalName()) {
                case "thead" -> rows("thead", part, table, depth);
                case "tbody", "tfoot" -> rows("tbody", part, table, depth);
                case "caption" -> sanitiser.leaf("p", part, into, depth);
                default -> {}
            }
        }
        if (table.childNodeSize() > 0) {
            into.appendChild(table);
        }
    }

    private void rows(String name, Element from, Element table, int depth) {
        Element group = new Element(name);
        for (Element row : from.children()) {
            if (row.normalName().equals("tr")) {
                row(row, group, depth);
            }
        }
        if (group.childNodeSize() > 0) {
            table.appendChild(group);
        }
    }

    private void row(Element from, Element group, int depth) {
        Element row = new Element("tr");
        for (Element cell : from.children()) {
            String name = cell.normalName();
            if (name.equals("th") || name.equals("td")) {
                Element made = row.appendElement(name);
                span("colspan", cell, made);
                span("rowspan", cell, made);
                sanitiser.fill(cell, made, depth);
            }
        }
        if (Whitespace.hasWords(row)) {
            group.appendChild(row);
        }
    }

    private static void span(String name, Element from, Element into) {
        String value = from.attr(name);
        if (value.matches("[1-9][0-9]?") && Integer.parseInt(value) <= WIDEST_SPAN && !value.equals("1")) {
            into.attr(name, value);
        }
    }
}
