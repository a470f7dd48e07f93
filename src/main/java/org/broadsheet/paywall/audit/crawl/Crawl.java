package org.broadsheet.paywall.audit.crawl;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the paper as one identity: first what it is told to, then whatever that leads to. */
public final class Crawl {
    /** So many of each kind are asked for in every way, the rest in every packing; what there are many of in turns. */
    private static final int THOROUGHLY = 4;

    /** So many of each kind are asked for with what no page links to. */
    private static final int ODDLY = 2;

    private static final List<String> ODDITIES = List.of(
            "?page=0",
            "?page=-1",
            "?page=2",
            "?page=99999",
            "?page=1%20",
            "?amp=1",
            "?format=json",
            "?preview=true",
            "?utm_source=audit",
            "/",
            "/amp",
            ".json",
            ".txt");

    private final Identity identity;
    private final Fetch fetch;
    private final Gate gate;
    private final Links links;
    private final Heard heard;
    private final Deque<String> first = new ArrayDeque<>();
    private final Deque<String> later = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Map<Kind, Integer> asked = new EnumMap<>(Kind.class);

    /** Told of every answer. */
    public interface Heard {
        void answer(Identity to, Surface surface, Sent sent);

        /** Of an address that gave none. */
        void silence(Identity to, String address, IOException why);
    }

    /** One answer's place. */
    public record Surface(Kind kind, String address, Way way) {}

    /** @param homes the address that is asked, and the one that readers use */
    public Crawl(Identity identity, Fetch fetch, Gate gate, List<URI> homes, Heard heard) {
        this.identity = identity;
        this.fetch = fetch;
        this.gate = gate;
        this.links = new Links(homes);
        this.heard = heard;
    }

    /** @return how many known addresses were left when a bound was reached */
    public int read(List<String> seeds) {
        seeds.forEach(this::know);
        while (gate.isOpen()) {
            String address = first.isEmpty() ? later.poll() : first.poll();
            if (address == null) {
                return 0;
            }
            visit(address);
        }
        return first.size() + later.size();
    }

    private void know(String address) {
        if (known.add(address)) {
            Kind kind = Kind.of(Kind.path(address));
            boolean many =
                    kind == Kind.ARTICLE || kind == Kind.TOPIC || kind == Kind.AUTHOR || address.contains("?page=");
            (many ? later : first).add(address);
        }
    }

    private void visit(String address) {
        Kind kind = Kind.of(Kind.path(address));
        int before = asked.merge(kind, 1, Integer::sum) - 1;
        for (Way way : ways(kind, before)) {
            ask(address, way);
        }
        if (before < ODDLY && address.indexOf('?') < 0 && kind != Kind.FILE && address.length() > 1) {
            ODDITIES.forEach(odd -> ask(address + odd, Way.PLAIN));
        }
    }

    private static List<Way> ways(Kind kind, int before) {
        // the search has a limit, and a file is the same however it is asked for
        boolean once = kind == Kind.SEARCH || kind == Kind.FILE;
        if (before < THOROUGHLY && !once) {
            return Way.ALL;
        }
        boolean many = kind == Kind.ARTICLE || kind == Kind.TOPIC || kind == Kind.AUTHOR;
        return once || many ? List.of(Way.PACKED.get(before % Way.PACKED.size())) : Way.PACKED;
    }

    private void ask(String address, Way way) {
        if (!gate.isOpen()) {
            return;
        }
        try {
            Sent sent = gate.through(() -> fetch.get(identity, address, way));
            heard.answer(identity, new Surface(Kind.of(address, sent.status()), address, way), sent);
            links.in(sent.text(), Kind.path(address)).forEach(this::know);
            if (!sent.location().isEmpty()) {
                links.in("href=\"" + sent.location() + "\"", Kind.path(address)).forEach(this::know);
            }
        } catch (IOException unanswered) {
            heard.silence(identity, address, unanswered);
        }
    }
}
