package org.broadsheet.paywall.crawler;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.base.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Addresses that the owners of crawlers publish, as files in the data folder: {@code crawlers/google.json} and so on, in
 * the owners' own form ({@code prefixes} with {@code ipv4Prefix} and {@code ipv6Prefix}). Read again when they change.
 */
final class Published {

    private static final Logger LOG = LoggerFactory.getLogger(Published.class);
    private static final long LARGEST = 4_000_000;

    private final Path folder;
    private final Map<Crawler, Ranges> read = new EnumMap<>(Crawler.class);

    private record Ranges(FileTime changed, List<Network> networks) {}

    Published(Path data) {
        this.folder = data.resolve("crawlers");
    }

    /** Nothing is published in a file that is not there or that cannot be read. */
    boolean names(Crawler crawler, InetAddress address) {
        return networks(crawler).stream().anyMatch(network -> network.contains(address));
    }

    private synchronized List<Network> networks(Crawler crawler) {
        Path file = folder.resolve(crawler.word() + ".json");
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return List.of();
            }
            FileTime changed = Files.getLastModifiedTime(file);
            Ranges known = read.get(crawler);
            if (known == null || !known.changed.equals(changed)) {
                known = new Ranges(changed, parsed(file));
                read.put(crawler, known);
            }
            return known.networks;
        } catch (IOException | JacksonException | IllegalArgumentException unreadable) {
            LOG.warn("{} is not a list of addresses and is passed over: {}", file, unreadable.getMessage());
            return List.of();
        }
    }

    private static List<Network> parsed(Path file) {
        JsonNode prefixes = JsonMapper.shared().readTree(file).path("prefixes");
        return Stream.iterate(0, at -> at < prefixes.size(), at -> at + 1)
                .map(prefixes::get)
                .flatMap(prefix -> Stream.of(prefix.path("ipv4Prefix"), prefix.path("ipv6Prefix")))
                .filter(JsonNode::isString)
                .map(prefix -> Network.parse(prefix.stringValue()))
                .toList();
    }
}
