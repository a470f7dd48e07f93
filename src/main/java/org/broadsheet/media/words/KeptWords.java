package org.broadsheet.media.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.media.PhotographId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/** What the files of the library's photographs said when they came; the desk's words stand beside it, not in its place. */
@Component
public class KeptWords {

    private final WordsSql sql;

    public KeptWords(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, WordsSql.class);
    }

    /** Once for each photograph, in the transaction that takes it in. */
    public void keep(PhotographId photograph, Words words) {
        List<WordsSql.Row> rows = new ArrayList<>();
        words.said().forEach((field, said) -> {
            for (int place = 0; place < said.values().size(); place++) {
                rows.add(new WordsSql.Row(
                        photograph.value(), field, place, said.values().get(place), said.origin()));
            }
        });
        sql.keep(rows);
    }

    /** Nothing where the file said nothing, or there is no such photograph. */
    public Words of(PhotographId photograph) {
        Map<WordField, List<WordsSql.Row>> rows =
                sql.of(photograph.value()).stream().collect(Collectors.groupingBy(WordsSql.Row::field));
        Map<WordField, Words.Said> said = new EnumMap<>(WordField.class);
        rows.forEach((field, ofField) -> said.put(
                field,
                new Words.Said(
                        ofField.getFirst().origin(),
                        ofField.stream().map(WordsSql.Row::value).toList())));
        return new Words(said);
    }
}
