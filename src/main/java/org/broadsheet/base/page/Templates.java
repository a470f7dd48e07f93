package org.broadsheet.base.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import org.springframework.stereotype.Component;

/** The page templates, compiled with the program. */
@Component
public class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * @param template such as {@code site/article}
     * @param page the record that it takes
     * @return the page in UTF-8
     */
    public byte[] render(String template, Object page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + ".jte", page, output);
        return output.toByteArray();
    }
}
