package org.broadsheet.site.hot;

/** Recognises who asks. */
public interface Visitors {
    /**
     * @param cookies the {@code Cookie} header as sent, empty where there is none
     * @param browser the {@code User-Agent} header as sent, empty where there is none
     */
    Visitor recognise(String cookies, String browser);
}
