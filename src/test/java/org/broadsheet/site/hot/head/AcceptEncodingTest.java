package org.broadsheet.site.hot.head;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.site.store.Encoding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "''                              | IDENTITY",
                "gzip, deflate, br, zstd         | BROTLI",
                "gzip, deflate                   | GZIP",
                "deflate                         | IDENTITY",
                "br;q=0.5, gzip;q=0.8            | GZIP",
                "br;q=0, gzip                    | GZIP",
                "br;q=0, gzip;q=0                | IDENTITY",
                "identity                        | IDENTITY",
                "identity, br;q=0.9              | IDENTITY",
                "identity;q=0.5, gzip;q=0.5      | GZIP",
                "*                               | BROTLI",
                "*;q=0                           | IDENTITY",
                "*;q=0.1, br;q=0                 | GZIP",
                "BR                              | BROTLI",
                "x-gzip                          | GZIP",
                "gzip;Q=1.000                    | GZIP",
                "gzip;q=1.001                    | IDENTITY",
                "gzip;q=-1                       | IDENTITY",
                "gzip;q=abc                      | IDENTITY",
                "gzip ; q = 0.3 , br;q=0.2       | GZIP",
                ",,,                             | IDENTITY",
                "identity;q=0, *;q=0             | IDENTITY"
            })
    void what_a_client_accepts_decides_the_coding(String field, Encoding preferred) {
        assertThat(AcceptEncoding.preferred(field)).isEqualTo(preferred);
    }
}
