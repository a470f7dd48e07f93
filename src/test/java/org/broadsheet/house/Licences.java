package org.broadsheet.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The licences that a library's own Maven description names, or else its parent's. */
final class Licences {

    private Licences() {}

    /** {@code jar} lies in a local Maven repository, where its description lies beside it. */
    static List<String> of(Path jar) {
        String name = jar.getFileName().toString();
        Path version = Objects.requireNonNull(jar.getParent());
        Path artifact = Objects.requireNonNull(version.getParent());
        Path pom = version.resolve(artifact.getFileName() + "-" + version.getFileName() + ".pom");
        if (!Files.exists(pom)) {
            throw new IllegalStateException(name + " has no description beside it, at " + pom);
        }
        return named(pom);
    }

    private static List<String> named(Path pom) {
        Element project = read(pom).getDocumentElement();
        List<String> names = new ArrayList<>();
        child(project, "licenses")
                .ifPresent(licences -> children(licences)
                        .forEach(licence -> child(licence, "name")
                                .ifPresent(name ->
                                        names.add(name.getTextContent().strip().replace(", ", " ")))));
        if (!names.isEmpty()) {
            return names;
        }
        return child(project, "parent").map(parent -> named(place(pom, parent))).orElse(List.of());
    }

    private static Path place(Path pom, Element parent) {
        Element project = read(pom).getDocumentElement();
        String group = child(project, "groupId").map(Element::getTextContent).orElseGet(() -> word(parent, "groupId"));
        Path repository = pom.resolve("../../..").normalize();
        for (String part : group.strip().split("\\.")) {
            repository = Objects.requireNonNull(repository.getParent(), part);
        }
        String artifact = word(parent, "artifactId");
        String version = word(parent, "version");
        return repository
                .resolve(word(parent, "groupId").replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + "-" + version + ".pom");
    }

    private static String word(Element of, String name) {
        return child(of, name).orElseThrow().getTextContent().strip();
    }

    private static Optional<Element> child(Element of, String name) {
        return children(of).stream()
                .filter(element -> element.getTagName().equals(name))
                .findFirst();
    }

    private static List<Element> children(Element of) {
        List<Element> found = new ArrayList<>();
        for (Node at = of.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static Document read(Path pom) {
        try {
            return DocumentBuilderFactory.newNSInstance().newDocumentBuilder().parse(pom.toFile());
        } catch (java.io.IOException | SAXException | ParserConfigurationException unreadable) {
            throw new IllegalStateException(pom + " cannot be read", unreadable);
        }
    }
}
