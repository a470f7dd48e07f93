package org.broadsheet.site.store;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One body of a page in the codings made so far. Immutable. */
final class Text {
    private final String digest;
    private final boolean compressible;
    private final Map<Encoding, Form> forms;

    Text(String digest, boolean compressible, Map<Encoding, Form> forms) {
        this.digest = digest;
        this.compressible = compressible;
        this.forms = new EnumMap<>(forms);
    }

    /** Of its uncompressed bytes. */
    String digest() {
        return digest;
    }

    boolean compressible() {
        return compressible;
    }

    @Nullable
    Form form(Encoding encoding) {
        return forms.get(compressible ? encoding : Encoding.IDENTITY);
    }

    Collection<Form> forms() {
        return forms.values();
    }

    Text with(Form form) {
        Map<Encoding, Form> more = new EnumMap<>(forms);
        more.put(form.encoding(), form);
        return new Text(digest, compressible, more);
    }

    /** Of those there are, the form whose plain bytes are had most cheaply. */
    Form easiest() {
        Form easiest = null;
        for (Form form : forms.values()) {
            easiest = form;
        }
        if (easiest == null) {
            throw new IllegalStateException("a page has no bytes at all");
        }
        return easiest;
    }

    int weight() {
        return forms.values().stream().mapToInt(Form::weight).sum();
    }
}
