package org.broadsheet.wire.format.xml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The vocabularies that news formats mix, each under one prefix. Compared without case: senders write them freely. */
final class Namespaces {
    static final String XML = "http://www.w3.org/XML/1998/namespace";

    private static final Map<String, String> KNOWN = new HashMap<>();

    static {
        know("", "", "http://backend.userland.com/rss", "http://blogs.law.harvard.edu/tech/rss");
        know("", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://purl.org/net/rss1.1#");
        know("", "http://my.netscape.com/publish/formats/rss-0.91.dtd", "http://backend.userland.com/rss2");
        know("", "http://channel.netscape.com/rdf/simple/0.9/", "http://www.rssboard.org/rss-specification");
        know("", "http://backend.userland.com/rss091", "http://backend.userland.com/rss092");
        know("", "http://backend.userland.com/blogchannelmodule", "http://purl.org/rss/1.0/modules/rss091#");
        know("", "http://example.com/newformat#", "http://example.com/necho", "http://purl.org/echo/");
        know("", "uri/of/echo/namespace#", "http://purl.org/pie/", "http://purl.org/atom/ns#");
        know("", "http://www.w3.org/2005/atom", "http://purl.org/rss/2.0/", "http://iptc.org/std/nar/2006-10-01/");
        know("", "http://iptc.org/std/NewsML/2003-10-10/");
        know("dc", "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/");
        know("dcterms", "http://purl.org/dc/terms/");
        know("content", "http://purl.org/rss/1.0/modules/content/");
        know("media", "http://search.yahoo.com/mrss", "http://search.yahoo.com/mrss/");
        know("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://example.com/dtds/podcast-1.0.dtd");
        know("xhtml", "http://www.w3.org/1999/xhtml", "http://www.w3.org/tr/rec-html40");
        know("xml", XML);
        know("xlink", "http://www.w3.org/1999/xlink");
        know("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
        know("georss", "http://www.georss.org/georss");
        know("gml", "http://www.opengis.net/gml");
        know("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#");
        know("thr", "http://purl.org/syndication/thread/1.0");
        know("cc", "http://web.resource.org/cc/", "http://creativecommons.org/ns#license");
        know(
                "cc",
                "http://backend.userland.com/creativecommonsrssmodule",
                "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html");
        know("wfw", "http://wellformedweb.org/commentapi/");
        know("feedburner", "http://rssnamespace.org/feedburner/ext/1.0");
        know("nitf", "http://iptc.org/std/nitf/2006-10-18/");
        know("svg", "http://www.w3.org/2000/svg");
        know("math", "http://www.w3.org/1998/math/mathml");
    }

    private Namespaces() {}

    private static void know(String prefix, String... uris) {
        for (String uri : uris) {
            KNOWN.put(uri.toLowerCase(Locale.ROOT), prefix);
        }
    }

    /** The canonical prefix of a namespace; absent for one this paper does not know. */
    static Optional<String> canonical(String uri) {
        return Optional.ofNullable(KNOWN.get(uri.strip().toLowerCase(Locale.ROOT)));
    }

    /** What a prefix means where nobody declared it: sloppy senders use the customary ones. */
    static boolean customary(String prefix) {
        return KNOWN.containsValue(prefix);
    }
}
