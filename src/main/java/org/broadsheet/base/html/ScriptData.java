package org.broadsheet.base.html;

/** JSON inside a {@code script} element, where it is data and nothing runs. */
public final class ScriptData {
    private ScriptData() {}

    /**
     * The document with every sign escaped that could end the element or change how it is read: {@code </script},
     * {@code <!--}, and the line ends that JavaScript once did not allow in strings (HTML, 4.12.1.3).
     *
     * @param json a well-formed document: outside its strings none of these signs occur
     */
    public static SafeHtml json(String json) {
        return new SafeHtml(json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029"));
    }
}
