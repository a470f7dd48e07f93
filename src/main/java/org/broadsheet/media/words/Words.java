package org.broadsheet.media.words;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.media.PhotographDetails;

/**
 * What a picture's file says about itself.
 *
 * @param said only what is said; texts are plain, without control characters, and bounded
 */
public record Words(Map<WordField, Said> said) {

    public static final Words NONE = new Words(Map.of());

    /** As many values as one field may have, and characters as one value. */
    public static final int MOST_VALUES = 50;

    public static final int LONGEST = 4_000;

    /** @param values at least one, none empty; several only of creators and keywords */
    public record Said(WordOrigin origin, List<String> values) {

        public Said {
            values = List.copyOf(values);
            if (values.isEmpty() || values.size() > MOST_VALUES) {
                throw new IllegalArgumentException(
                        "a field of a picture must have 1 to 50 values, has " + values.size());
            }
            if (values.stream()
                    .anyMatch(value -> value.isEmpty() || value.length() > LONGEST || value.indexOf('\0') >= 0)) {
                throw new IllegalArgumentException(
                        "what a picture says must have 1 to 4000 characters, none of them NUL");
            }
        }
    }

    public Words {
        Map<WordField, Said> ordered = new EnumMap<>(WordField.class);
        ordered.putAll(said);
        said = Map.copyOf(ordered);
    }

    public List<String> values(WordField field) {
        return Optional.ofNullable(said.get(field)).map(Said::values).orElse(List.of());
    }

    /** Its values in one line; empty where the file says nothing. */
    public String text(WordField field) {
        return String.join(", ", values(field));
    }

    /** Nothing where the file says none, or no more than a century. */
    public Optional<Taken> taken() {
        return values(WordField.CREATED).stream().findFirst().flatMap(Taken::parse);
    }

    /** As the desk begins with it. */
    public PhotographDetails details() {
        return new PhotographDetails(
                first(WordField.CAPTION, WordField.HEADLINE, WordField.TITLE),
                first(WordField.CREDIT, WordField.SOURCE, WordField.CREATOR),
                text(WordField.ALTERNATIVE_TEXT),
                text(WordField.CREATOR),
                text(WordField.COPYRIGHT),
                first(WordField.USAGE_TERMS, WordField.INSTRUCTIONS),
                Stream.of(WordField.PLACE, WordField.CITY, WordField.STATE, WordField.COUNTRY)
                        .map(this::text)
                        .filter(part -> !part.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", ")),
                taken().flatMap(Taken::day));
    }

    private String first(WordField... fields) {
        return Stream.of(fields)
                .map(this::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
